import { type ContentBlock, type ImageContent, tool, type ToolResult } from "@plainmcp/core";

interface TextContent {
  mine: string;
}

export class Content {
  /** A block. */
  @tool
  block(): ContentBlock {
    return { type: "text", text: "" };
  }

  /** Blocks. */
  @tool
  async blocks(): Promise<ContentBlock[]> {
    return [];
  }

  /** One kind. */
  @tool
  image(): ImageContent | undefined {
    return undefined;
  }

  /** Text or an image. */
  @tool
  mixed(): string | ImageContent {
    return "";
  }

  /** A full result. */
  @tool
  result(): ToolResult {
    return { content: [] };
  }

  /** An HTTP response. */
  @tool
  fetched(): Promise<Response> {
    return null!;
  }

  /** A blob. */
  @tool
  blob(): Blob {
    return null!;
  }

  /** Bytes. */
  @tool
  bytes(): Uint8Array {
    return null!;
  }

  /** Bytes of Node's, several times. */
  @tool
  buffers(): Buffer[] {
    return [];
  }

  /** Blocks, one after the other. */
  @tool
  async *stream(): AsyncGenerator<ContentBlock> {}

  /** Another type of the same name is data. */
  @tool
  own(): TextContent {
    return null!;
  }
}
