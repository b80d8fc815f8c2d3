import { tool } from "@plainmcp/core";

class User {
  passwordHash = "";
  id = 1;
  get fullName(): string {
    return "";
  }
  isAdmin(): boolean {
    return true;
  }
}

interface Row {
  id: number;
  secret: string;
}

class Reading {
  id = 1;
  toJSON() {
    return { ...this, at: 1 };
  }
}

export class Less {
  /** What a type keeps of a class may be nothing that is sent. */
  @tool
  user(): { user: Pick<User, "isAdmin">; options: { onDone?: () => void } } {
    return { user: new User(), options: {} };
  }

  /** The rest of a tuple has a type of its own. */
  @tool
  rows(): [Row, ...Pick<Row, "id">[]] {
    return [{ id: 1, secret: "" }];
  }

  /** It says what its JSON is once. */
  @tool
  reading(): Reading {
    return new Reading();
  }

  /** Nobody reads what it returns. */
  @tool
  save(): void {}

  /** A type parameter may have more. */
  @tool
  same<T extends { id: string }>(part: Partial<T>, mapped: { [K in keyof T]: T[K] }, both: Readonly<T> & { own?: number }): T {
    return { ...part, ...mapped, ...both };
  }
}
