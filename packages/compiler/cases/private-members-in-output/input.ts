import { tool } from "@plainmcp/core";

class Account {
  #secret = "a";
  private hash = "b";
  protected salt = "c";
  private readonly log = () => {};
  name = "d";
  check(): boolean {
    return this.#secret === this.hash + this.salt + String(this.log);
  }
}

class Session {
  private readonly token = "a";
  toJSON(): { token: string } {
    return { token: this.token.slice(0, 1) };
  }
}

export class Accounts {
  /** JSON.stringify knows no TypeScript. */
  @tool
  all(): Account[] {
    return [];
  }

  /** Only what `toJSON` says. */
  @tool
  session(): Session {
    return new Session();
  }

  /** Only the public properties, written out. */
  @tool
  public(): Pick<Account, "name"> {
    return { name: "" };
  }
}
