import { tool } from "@plainmcp/core";
import type { User as OtherUser } from "./other.js";

interface User {
  id: number;
}

interface Page<T> {
  items: T[];
  next?: string;
}

type Result<T, E = string> = { ok: true; value: T } | { ok: false; error: E };

export class Generics {
  /** Instances are inlined; types of one name stay apart. */
  @tool
  pages(a: Page<User>, b: Page<OtherUser>): Promise<Page<Page<User>>> {
    return null!;
  }

  /** Alternatives with parameters. */
  @tool
  result(value: Result<number>): Result<User, "gone" | "busy"> {
    return null!;
  }

  /** A method's own parameter is what its constraint says. */
  @tool
  own<Q extends { q: string }, K extends "b" | "a", T>(query: Q, key: K, list: K[], any: T): Q {
    return query;
  }
}
