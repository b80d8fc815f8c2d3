import { Entities } from "./base.js";
import { tool } from "@plainmcp/core";

interface User {
  id: number;
  name: string;
}

/** Users. */
export class Users extends Entities<User> {
  override kind(): "user" {
    return "user";
  }

  size(): number {
    return 0;
  }

  /** Narrower than in the base. */
  override find(id: number, deep = false): Promise<User> {
    return null!;
  }

  @tool({ title: "Rename a user" })
  override rename(id: number, to: string): void {}

  /** Only here. */
  @tool
  invite(mail: string): void {}
}

/** The base's methods, nothing else. */
export class Tags extends Entities<string> {
  size(): number {
    return 0;
  }
}

/** Nothing to offer. */
export class Plain {}
