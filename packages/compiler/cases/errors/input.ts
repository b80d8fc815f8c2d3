import { tool } from "@plainmcp/core";

class NotFound extends Error {
  readonly status = 404;
}

export class Failures {
  /** What went wrong. */
  @tool
  last(kind: "any" | "type" = "any"): { error: Error; cause?: TypeError; missing: NotFound | null } {
    return { error: new Error(kind), missing: null };
  }

  /** Takes an error apart. */
  @tool
  explain(error: Error): string {
    return error.message;
  }
}
