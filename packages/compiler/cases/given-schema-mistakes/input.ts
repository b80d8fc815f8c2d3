import { tool } from "@plainmcp/core";

export class Given {
  /** No schema. */
  @tool({ inputSchema: { type: "objekt" } })
  type(): void {}

  /** Not of an object. */
  @tool({ inputSchema: { type: "array", items: {} } })
  array(): void {}

  /** Leads nowhere. */
  @tool({ outputSchema: { $ref: "#/$defs/missing" } })
  reference(): string {
    return "";
  }

  /** Other names. */
  @tool({ inputSchema: { type: "object", properties: { town: { type: "string" } } } })
  names(city: string): void {}

  /** A pattern that can be kept busy. */
  @tool({ inputSchema: { type: "object", properties: { text: { type: "string", pattern: "^(a|a)*$" } } } })
  pattern(text: string): void {}

  /** Known only at run time. */
  @tool({ inputSchema: JSON.parse("{}") })
  computed(): void {}
}
