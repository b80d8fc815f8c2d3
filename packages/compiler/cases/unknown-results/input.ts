import { tool } from "@plainmcp/core";

interface Outcome<T = unknown> {
  ok: boolean;
  data: T;
}

interface Loose {
  payload: any;
  list: unknown[];
  named: Record<string, unknown>;
}

/** Nobody knows what it becomes. */
class Cell {
  toJSON(): unknown {
    return undefined;
  }
}

export class Outcomes {
  /** Unknown values may be undefined. */
  @tool
  attempt(): Outcome {
    return { ok: false, data: undefined };
  }

  /** So may any. */
  @tool
  loose(): Loose {
    return { payload: undefined, list: [1, undefined], named: { a: undefined, b: () => 1 } };
  }

  /** So may those of a type parameter. */
  @tool
  generic<T>(value: T): Outcome<T> {
    return { ok: true, data: value };
  }

  /** So may what an object becomes. */
  @tool
  cell(): { cell: Cell; maybe: Cell | null } {
    return { cell: new Cell(), maybe: null };
  }

  /** What a client sends has to be there. */
  @tool
  take(input: { v: unknown }): number {
    return 1;
  }
}
