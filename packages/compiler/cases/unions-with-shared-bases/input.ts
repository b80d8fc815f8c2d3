import { tool } from "@plainmcp/core";

interface Base {
  /** When it happened. */
  at: number;
  type: string;
}

interface Opened extends Base {
  type: "opened";
  by: string;
}

interface Moved extends Base {
  type: "moved";
  to: { x: number; y: number };
}

type Closed = Base & { type: "closed"; why?: "done" | "lost" };

export class Log {
  /** Alternatives that share a base. */
  @tool
  append(event: Opened | Moved | Closed): Extract<Opened | Moved, { type: "moved" }> {
    return null!;
  }
}
