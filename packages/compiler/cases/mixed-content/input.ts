import type { ReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { type ImageContent, resource, tool } from "@plainmcp/core";

interface Row {
  at: Date;
}

export class Mixed {
  /** Texts and bytes: a block each. */
  @tool
  pages(): (string | Uint8Array)[] {
    return [];
  }

  /** With blocks, and objects of the platform. */
  @tool
  parts(): readonly (Blob | ImageContent | Buffer | string)[] {
    return [];
  }

  /** Of fixed length. */
  @tool
  captioned(): [caption: string, picture: Uint8Array] {
    return ["", new Uint8Array()];
  }

  /** One or the other. */
  @tool
  either(): Promise<string | Uint8Array | undefined> {
    return null!;
  }

  /** What is data beside content becomes JSON as its type says. */
  @tool
  rowOrImage(): Row | ImageContent | null {
    return null;
  }

  /** So it does in a list. */
  @tool
  rowsAndBytes(): (Row | Uint8Array)[] {
    return [];
  }

  /** Plain values need no schema. */
  @tool
  plain(): (number | boolean | Date | Uint8Array)[] {
    return [];
  }

  /** A stream of bytes is all of it. */
  @tool
  download(): ReadableStream<Uint8Array> {
    return null!;
  }

  /** A stream of text is one. */
  @tool
  log(): ReadableStream<string> {
    return null!;
  }

  /** A stream of anything else is a list. */
  @tool
  rows(): ReadableStream<Row> {
    return null!;
  }

  /** The value decides. */
  @tool
  any(): ReadableStream {
    return null!;
  }

  /** Streams of Node do not say what they hold. */
  @tool
  node(): Readable {
    return null!;
  }

  /** Nor do those of files. */
  @tool
  file(): ReadStream | string {
    return null!;
  }

  /** A list of nothing but text is data. */
  @tool
  texts(): string[] {
    return [];
  }

  /** A stream as a resource. */
  @resource("mixed://stream")
  stream(): ReadableStream<Uint8Array> {
    return null!;
  }

  /** Bytes or data. */
  @resource("mixed://either")
  rowOrBytes(): Row | Uint8Array | string | null | undefined {
    return null!;
  }

  /** Plain values. */
  @resource("mixed://date")
  date(): Date | number {
    return null!;
  }
}
