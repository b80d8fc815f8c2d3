import { type ContentBlock, type ImageContent, text, type ToolResult, tool } from "@plainmcp/core";

interface Row {
  id: number;
}

interface Timed extends ToolResult<Row> {
  tookMs?: number;
}

class Table implements ToolResult {
  content: ContentBlock[] = [];
  rows: Row[] = [];
}

export class Mistakes {
  /** Data that no result has. */
  @tool
  intersection(): ToolResult & { rows: Row[] } {
    return null!;
  }

  /** The same, by an interface. */
  @tool
  async timed(): Promise<Timed> {
    return { content: [] };
  }

  /** The same, by a class, beside data. */
  @tool
  table(): Row | Table {
    return { id: 1 };
  }

  /** The same, with a schema. */
  @tool({ outputSchema: { type: "object" } })
  given(): ToolResult & { rows: Row[] } {
    return null!;
  }

  /** A schema, but content without data. */
  @tool({ outputSchema: { type: "object" } })
  blocks(): ContentBlock[] {
    return [];
  }

  /** The same, inferred. */
  @tool({ outputSchema: { type: "object" } })
  inferred(city: string) {
    if (city === "") return { content: [text("No city")] };
    return { content: [text(city)], structuredContent: { city } };
  }

  /** Bytes have no data either. */
  @tool({ outputSchema: { type: "object" } })
  bytes(): Row | Uint8Array {
    return { id: 1 };
  }

  /** Some with data, and some without. */
  @tool
  partly(): ToolResult<Row> | ImageContent {
    return { content: [] };
  }

  /** The same, inferred. */
  @tool
  partlyInferred(city: string) {
    if (city === "") return { content: [text("No city")] };
    return { content: [text(city)], structuredContent: { city } };
  }

  /** The same, in one result. */
  @tool
  partlyUndefined(city: string) {
    return { content: [text(city)], structuredContent: city === "" ? undefined : { city } };
  }

  /** Data that cannot be sent. */
  @tool
  symbol(): ToolResult<{ id: symbol }> {
    return { content: [] };
  }

  /** The option asks for what there is. */
  @tool({ output: "structured" })
  asked(): Row | ToolResult<Row> {
    return { id: 1 };
  }
}
