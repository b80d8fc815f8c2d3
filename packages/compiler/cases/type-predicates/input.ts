import { tool } from "@plainmcp/core";

export class Checks {
  /** A predicate is a boolean. */
  @tool
  isText(value: unknown): value is string {
    return typeof value === "string";
  }

  /** An assertion returns nothing. */
  @tool
  assertText(value: unknown): asserts value is string {}
}
