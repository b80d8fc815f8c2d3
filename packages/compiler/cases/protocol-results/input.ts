import type { CallToolResult, GetPromptResult, ReadResourceResult, TextContent } from "@modelcontextprotocol/sdk/types.js";
import { prompt, resource, tool } from "@plainmcp/core";

/** What people write by hand before they know of a type. */
interface Answer {
  content: Array<{ type: "text"; text: string } | { type: "image"; data: string; mimeType: string }>;
  isError?: boolean;
}

/** More than the SDK's, which lets results have more. */
interface Extended extends CallToolResult {
  tookMs?: number;
}

interface Row {
  id: number;
}

function ok(text: string) {
  return { content: [{ type: "text", text }] };
}

export class Ported {
  /** The SDK's own type. */
  @tool
  async sdk(): Promise<CallToolResult> {
    return { content: [] };
  }

  /** The user's. */
  @tool
  own(): Answer {
    return ok("") as Answer;
  }

  /** An extension of it. */
  @tool
  extended(): Extended {
    return { content: [] };
  }

  /** A constant. */
  @tool
  constant() {
    return { content: [{ type: "text", text: "yes" }] } as const;
  }

  /** One block after the other. */
  @tool
  collected(rows: string[]) {
    const content = [];
    for (const row of rows) content.push({ type: "text", text: row });
    return { content };
  }

  /** Inferred, without `as const`. */
  @tool
  inferred(city: string) {
    return { content: [{ type: "text", text: `Rain in ${city}` }] };
  }

  /** Inferred, two ways out. */
  @tool
  async twoWays(city: string) {
    if (city === "") return { content: [{ type: "text", text: "No city" }], isError: true };
    return {
      content: [
        { type: "text", text: city },
        { type: "image", data: "", mimeType: "image/png" },
      ],
      structuredContent: { city },
      _meta: { at: 1 },
    };
  }

  /** From a helper. */
  @tool
  helped() {
    return ok("yes");
  }

  /** From a list. */
  @tool
  mapped(rows: string[]) {
    return { content: rows.map((row) => ({ type: "text", text: row })) };
  }

  /** Loosely typed blocks, but an error flag beside them. */
  @tool
  loose(): { content: { type: string; text: string }[]; isError: boolean } {
    return { content: [], isError: false };
  }

  /** Whatever is in it, beside an error flag. */
  @tool
  anyContent(blocks: unknown) {
    return { content: blocks as any[], isError: false };
  }

  /** Nothing to show. */
  @tool
  empty() {
    return { content: [] };
  }

  /** A list of blocks. */
  @tool
  blocks(): { type: "text"; text: string }[] {
    return [];
  }

  /** A block. */
  @tool
  block(): TextContent {
    return { type: "text", text: "" };
  }

  /** Links and resources. */
  @tool
  linked() {
    return [
      { type: "resource_link", uri: "a://b", name: "b" },
      { type: "resource", resource: { uri: "a://b", text: "" } },
    ];
  }

  /** Data, or an error as the SDK has it. */
  @tool
  dataOrError(): Row | CallToolResult {
    return { id: 1 };
  }

  /** The structured half has a schema by hand. */
  @tool({ outputSchema: { type: "object", properties: { city: { type: "string" } }, required: ["city"] } })
  withSchema(city: string) {
    return { content: [{ type: "text", text: city }], structuredContent: { city } };
  }

  /** Not what it looks like, by choice. */
  @tool({ output: "structured" })
  data(): { type: "text"; text: string }[] {
    return [];
  }

  /** The SDK's own type. */
  @resource("ported://sdk")
  read(): ReadResourceResult {
    return { contents: [] };
  }

  /** Inferred. */
  @resource("ported://inferred/{id}")
  readInferred(id: string) {
    return { contents: [{ uri: `ported://inferred/${id}`, mimeType: "text/plain", text: id }] };
  }

  /** One or the other. */
  @resource("ported://either")
  readEither(): ReadResourceResult | Row {
    return { id: 1 };
  }

  /** The SDK's own type. */
  @prompt
  ask(): GetPromptResult {
    return { messages: [] };
  }

  /** Inferred. */
  @prompt
  askInferred(city: string) {
    return { description: "Weather", messages: [{ role: "user", content: { type: "text", text: city } }] };
  }

  /** Messages only. */
  @prompt
  askMessages(city: string) {
    return [{ role: "user", content: { type: "text", text: city } }];
  }
}
