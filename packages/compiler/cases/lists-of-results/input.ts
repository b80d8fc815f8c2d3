import { type ContentBlock, type ImageContent, type Page, type TextContent, text, type ToolResult, tool } from "@plainmcp/core";

interface Row {
  id: number;
}

export class Lists {
  /** A call has one result. */
  @tool
  list(): ToolResult[] {
    return [];
  }

  /** With data. */
  @tool
  async rows(): Promise<readonly ToolResult<Row>[]> {
    return [];
  }

  /** Inferred. */
  @tool
  async inferred(cities: string[]) {
    return Promise.all(cities.map(async (city) => ({ content: [text(city)] })));
  }

  /** A tuple. */
  @tool
  pair(): [ToolResult, string] {
    return [{ content: [] }, ""];
  }

  /** One of several. */
  @tool
  either(): ToolResult | ToolResult[] {
    return [];
  }

  /** A list at the end of a generator. */
  @tool
  async *last(): AsyncGenerator<number, ToolResult[]> {
    return [];
  }

  /** One after the other. */
  @tool
  async *generator(): AsyncGenerator<ToolResult> {
    yield { content: [] };
  }

  /** The same, inferred. */
  @tool
  *yields(city: string) {
    yield { content: [text(city)] };
    yield { content: [text("No city")], isError: true };
  }

  /** What is yielded before a result is progress. */
  @tool
  async *before(): AsyncGenerator<ToolResult | string, ToolResult> {
    yield "Reading";
    return { content: [] };
  }

  /** Blocks, too. */
  @tool
  async *blocks(): AsyncGenerator<TextContent, Row> {
    return { id: 1 };
  }

  /** Nobody flattens this. */
  @tool
  nested(): ContentBlock[][] {
    return [];
  }

  /** With a schema. */
  @tool({ outputSchema: { type: "object" } })
  given(): ToolResult[] {
    return [];
  }
}

export class Fine {
  /** A log of results is data, if the author says so. */
  @tool({ output: "structured" })
  log(): ToolResult<Row>[] {
    return [];
  }

  /** So is what contains one. */
  @tool
  entry(): { at: Date; results: ToolResult<Row>[] } {
    return { at: new Date(0), results: [] };
  }

  /** Blocks without a result. */
  @tool
  async *images(): AsyncGenerator<ImageContent> {}

  /** Progress, and a result. */
  @tool
  async *progress(): AsyncGenerator<number | string | { progress: number }, ToolResult<Row>> {
    return { content: [], structuredContent: { id: 1 } };
  }
}
