import { type ContentBlock, type ToolResult, text } from "../content.js";

/**
 * Data, and the same data as the only content, in JSON. So its own JSON can be put together, and the data is not written
 * twice. Nobody may change it.
 */
export class StructuredResult implements ToolResult {
  readonly content: ContentBlock[];
  readonly structuredContent: unknown;
  readonly #twin: string;

  /** @param twin The JSON of the data */
  constructor(data: unknown, twin: string) {
    this.content = [text(twin)];
    this.structuredContent = data;
    this.#twin = twin;
  }

  /** The JSON of a result of any kind. */
  static jsonOf(result: object): string {
    if (!(#twin in result)) return JSON.stringify(result);
    const twin = result.#twin;
    return `{"content":[{"type":"text","text":${JSON.stringify(twin)}}],"structuredContent":${twin}}`;
  }
}
