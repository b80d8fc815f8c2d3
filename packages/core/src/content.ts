import type { Icon, ResourceAnnotations } from "./manifest/manifest.js";

/** What every content block may have. */
interface Block {
  readonly annotations?: ResourceAnnotations;
  readonly _meta?: { readonly [key: string]: unknown };
}

/** Text. */
export interface TextContent extends Block {
  readonly type: "text";
  readonly text: string;
}

/** An image. */
export interface ImageContent extends Block {
  readonly type: "image";
  /** The bytes in base64. */
  readonly data: string;
  readonly mimeType: string;
}

/** Audio. */
export interface AudioContent extends Block {
  readonly type: "audio";
  /** The bytes in base64. */
  readonly data: string;
  readonly mimeType: string;
}

/** A pointer to a resource that the client may read. */
export interface ResourceLink extends Block {
  readonly type: "resource_link";
  readonly uri: string;
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly mimeType?: string;
  /** Bytes. */
  readonly size?: number;
  readonly icons?: readonly Icon[];
}

/** The contents of a resource, embedded in a result. */
export interface EmbeddedResource extends Block {
  readonly type: "resource";
  readonly resource: ResourceContents;
}

/** The protocol's unit of content. A tool returns one, or an array of them, to decide what the model sees. */
export type ContentBlock = TextContent | ImageContent | AudioContent | ResourceLink | EmbeddedResource;

/** The contents of one resource: text, or bytes in base64. */
export type ResourceContents = {
  readonly uri: string;
  readonly mimeType?: string;
  readonly _meta?: { readonly [key: string]: unknown };
} & ({ readonly text: string } | { readonly blob: string });

/** A full tool result, as the protocol writes it. */
export interface ToolResult {
  readonly content: readonly ContentBlock[];
  readonly structuredContent?: unknown;
  readonly isError?: boolean;
  readonly _meta?: { readonly [key: string]: unknown };
}

/**
 * One message of a prompt. A string becomes a text block; bytes become an image or audio block, by what they contain.
 */
export interface PromptMessage {
  readonly role: "user" | "assistant";
  readonly content: ContentBlock | string | Uint8Array;
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
