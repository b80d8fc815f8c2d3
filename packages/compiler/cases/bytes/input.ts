import { tool } from "@plainmcp/core";

export class Files {
  /** Stores bytes. */
  @tool
  put(data: Uint8Array, copy?: Buffer, rest?: ArrayBuffer): { stored: Uint8Array; parts: Buffer[] } {
    return { stored: data, parts: [] };
  }
}
