import type { Icon, ResourceAnnotations } from "./manifest/manifest.js";

// Not a doc comment: schemas would show it as a description.
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What every content block may have. */
interface Block {
  annotations?: Writable<ResourceAnnotations>;
  _meta?: { [key: string]: unknown };
}

/** Text. */
export interface TextContent extends Block {
  type: "text";
  text: string;
}

/** An image. */
export interface ImageContent extends Block {
  type: "image";
  /** The bytes in base64. */
  data: string;
  mimeType: string;
}

/** Audio. */
export interface AudioContent extends Block {
  type: "audio";
  /** The bytes in base64. */
  data: string;
  mimeType: string;
}

/** A pointer to a resource that the client may read. */
export interface ResourceLink extends Block {
  type: "resource_link";
  uri: string;
  name: string;
  title?: string;
  description?: string;
  mimeType?: string;
  /** Bytes. */
  size?: number;
  icons?: Writable<Icon>[];
}

/** The contents of a resource, embedded in a result. */
export interface EmbeddedResource extends Block {
  type: "resource";
  resource: ResourceContents;
}

/** The protocol's unit of content. A tool returns one, or an array of them, to decide what the model sees. */
export type ContentBlock = TextContent | ImageContent | AudioContent | ResourceLink | EmbeddedResource;

/** The contents of one resource: text, or bytes in base64. */
export type ResourceContents = {
  uri: string;
  mimeType?: string;
  _meta?: { [key: string]: unknown };
} & ({ text: string } | { blob: string });

/**
 * A full tool result, as the protocol writes it: data, and beside it any content for the model or the person.
 *
 * @typeParam Out The data. Clients see its schema as the tool's output schema, and `structuredContent` is checked
 *   against it. Without it, the tool has no output schema
 * @example
 * ```ts
 * @tool
 * read(station: string): ToolResult<Reading> {
 *   const reading = this.#measure(station);
 *   return { content: [image(chart(reading)), text(`${reading.celsius} °C`)], structuredContent: reading };
 * }
 * ```
 */
export interface ToolResult<Out = unknown> {
  /** What the model sees. If it has no text, the server adds `structuredContent` as text. */
  content: ContentBlock[];
  /** The data. If the tool has an output schema, only a result with `isError` may leave it out. */
  structuredContent?: Out;
  /** The tool has failed, and `content` tells the model why. */
  isError?: boolean;
  /** For programs, not for the model. */
  _meta?: { [key: string]: unknown };
}

/** A part of a list that is too long for one result. */
export interface Page<T> {
  items: T[];
  /**
   * Present if there are more items: to get them, repeat the call with this as its cursor, unchanged, and with the same
   * other arguments.
   */
  nextCursor?: string;
}

/**
 * One message of a prompt. A string becomes a text block; bytes become an image or audio block, by what they contain.
 */
export interface PromptMessage {
  role: "user" | "assistant";
  content: ContentBlock | string | Uint8Array;
}

/**
 * Makes a text block.
 *
 * @example
 * ```ts
 * text("Hello"); // { type: "text", text: "Hello" }
 * ```
 */
export function text(value: string): TextContent {
  return { type: "text", text: value };
}

/** Whether a value has the shape of a content block. */
export function isContentBlock(value: unknown): value is ContentBlock {
  if (typeof value !== "object" || value === null || !("type" in value)) return false;
  const block = value as Record<string, unknown>;
  switch (block.type) {
    case "text":
      return typeof block.text === "string";
    case "image":
    case "audio":
      return typeof block.data === "string" && typeof block.mimeType === "string";
    case "resource_link":
      return typeof block.uri === "string" && typeof block.name === "string";
    case "resource":
      return isResourceContents(block.resource);
    default:
      return false;
  }
}

/** Whether a value has the shape of a resource's contents. */
export function isResourceContents(value: unknown): value is ResourceContents {
  if (typeof value !== "object" || value === null) return false;
  const contents = value as Record<string, unknown>;
  return typeof contents.uri === "string" && (typeof contents.text === "string" || typeof contents.blob === "string");
}
