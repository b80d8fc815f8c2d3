import { type ContentBlock, type Page, type ResourceContents, type TextContent, type ToolResult, tool } from "@plainmcp/core";

/** What a station measures. */
interface Reading {
  /** Degrees */
  celsius: number;
  at: Date;
}

type Result = ToolResult<Reading>;
type Either = Reading | Result;

interface Named<T> extends ToolResult<T> {
  content: TextContent[];
}

/** Written by a user who does not know our type. */
interface Own {
  content: { type: "text"; text: string }[];
  structuredContent: Reading;
  isError?: boolean;
}

/** With what makes it easy to build. */
class Report implements ToolResult<Reading> {
  readonly content: ContentBlock[] = [];
  structuredContent?: Reading;
  #lines = 0;

  constructor(private readonly title: string) {}

  get lines(): number {
    return this.#lines;
  }

  say(line: string): this {
    this.#lines += this.content.push({ type: "text", text: `${this.title}: ${line}` });
    return this;
  }
}

abstract class Source<T> {
  /** The newest. */
  @tool
  newest(): ToolResult<T> {
    return { content: [] };
  }
}

export class Structured extends Source<Reading> {
  /** Data with content. @returns The last reading */
  @tool
  result(): ToolResult<Reading> {
    return { content: [] };
  }

  /** Later. */
  @tool
  async later(): Promise<ToolResult<Reading>> {
    return { content: [] };
  }

  /** Data alone, or with content. */
  @tool
  either(): Reading | ToolResult<Reading> {
    return { content: [] };
  }

  /** The same, through aliases, later. */
  @tool
  async alias(): Promise<Either> {
    return { content: [] };
  }

  /** An interface that extends it. */
  @tool
  extended(): Named<Reading> {
    return { content: [] };
  }

  /** A class that implements it. */
  @tool
  built(): Report {
    return new Report("Bern");
  }

  /** A shape of the user's. */
  @tool
  own(): Own | Reading {
    return null!;
  }

  /** Inferred, with an error without data. */
  @tool
  inferred(city: string) {
    if (city === "") return { content: [{ type: "text", text: "No city" }], isError: true };
    return { content: [{ type: "text", text: city }], structuredContent: { city, at: new Date(0) } };
  }

  /** The property by an intersection. */
  @tool
  narrowed(): ToolResult & { structuredContent: Reading } {
    return null!;
  }

  /** Made by a generator. */
  @tool
  async *made(): AsyncGenerator<number, ToolResult<Reading>> {
    yield 1;
    return { content: [] };
  }

  /** No object, so it is wrapped. */
  @tool
  count(): ToolResult<number> {
    return { content: [] };
  }

  /** Nor is a list. */
  @tool
  list(): Reading[] | ToolResult<Reading[]> {
    return [];
  }

  /** Nor a text, which is data here. */
  @tool
  level(): "low" | "high" | ToolResult<"low" | "high"> {
    return "low";
  }

  /** Nor what may be null. */
  @tool
  maybe(): ToolResult<Reading | null> {
    return { content: [] };
  }

  /** Nothing, if there is no data. */
  @tool
  nothing(): Reading | undefined | ToolResult<Reading> {
    return undefined;
  }

  /** One kind of data alone, and another with content. */
  @tool
  different(): { error: string } | boolean | ToolResult<Reading> {
    return true;
  }

  /** Two kinds. */
  @tool
  two(): ToolResult<{ kind: "a"; a: number }> | ToolResult<{ kind: "b"; b: string }> {
    return { content: [] };
  }

  /** A record says something about its values. */
  @tool
  record(): ToolResult<Record<string, number>> {
    return { content: [] };
  }

  /** A page. */
  @tool
  page(cursor?: string): ToolResult<Page<Reading>> {
    return { content: [] };
  }

  /** Without a type for the data there is no schema. */
  @tool
  plain(): ToolResult {
    return { content: [] };
  }

  /** Nor does this say anything. */
  @tool
  anything(): ToolResult<Record<string, unknown>> | ToolResult<object> | ToolResult<{}> {
    return { content: [] };
  }

  /** Nor does this. */
  @tool
  none(): ToolResult<undefined> {
    return { content: [] };
  }

  /** By hand, and the data beside content. */
  @tool({ outputSchema: { type: "object", properties: { celsius: { type: "number" } }, required: ["celsius"] } })
  given(): ToolResult {
    return { content: [] };
  }

  /** By hand, and both. */
  @tool({ outputSchema: { type: "number", minimum: 0 } })
  givenEither(): number | ToolResult<number> {
    return 1;
  }

  /** By hand, and an error without data. */
  @tool({ outputSchema: { type: "object" } })
  givenInferred(city: string) {
    if (city === "") return { content: [{ type: "text", text: "No city" }], isError: true };
    return { content: [{ type: "text", text: city }], structuredContent: { city } };
  }

  /** Built step by step. */
  @tool
  steps(): ToolResult<Reading> {
    const contents: ResourceContents = { uri: "readings://1", text: "" };
    contents.mimeType = "text/plain";
    const result: ToolResult<Reading> = { content: [] };
    result.content.push({ type: "resource", resource: contents });
    for (const block of result.content) block.annotations = { priority: 1 };
    result.structuredContent = { celsius: 1, at: new Date(0) };
    result.isError = false;
    return result;
  }
}
