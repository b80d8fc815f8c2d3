import { tool } from "@plainmcp/core";


interface Stock {
  byName: Map<string, Date>;
  byId: ReadonlyMap<number, string>;
  tags: Set<string>;
  nested: ReadonlySet<"a" | "b">;
  byKind: Map<"new" | "old", number>;
}

export class Collections {
  /** Maps and sets. */
  @tool
  count(stock: Stock): Map<string, number> {
    return new Map();
  }

  /** Pairs. */
  @tool
  pairs(): Map<number, boolean> {
    return new Map();
  }
}
