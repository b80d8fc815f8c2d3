import type { Context } from "../../context.js";
import type { JsonSchema } from "../../manifest/json-schema.js";
import type {
  CacheHint,
  ClientCapability,
  Icon,
  PromptArgument,
  ResourceAnnotations,
  ToolAnnotations,
} from "../../manifest/manifest.js";

/** Primitives that are known only at run time. */
export interface DynamicDefinitions {
  readonly tools?: readonly DynamicTool[];
  readonly resources?: readonly DynamicResource[];
  readonly prompts?: readonly DynamicPrompt[];
}

/** What all dynamic primitives have. */
interface DynamicPrimitive<Args> {
  /** The name that clients use; that of a tool has 1 to 128 of `A-Z a-z 0-9 _ . -`. */
  readonly name: string;
  /** The name that people see. */
  readonly title?: string;
  /** What it is for. Models choose tools by it. */
  readonly description?: string;
  readonly icons?: readonly Icon[];
  /** Passed to the client unchanged. */
  readonly _meta?: { readonly [key: string]: unknown };
  /**
   * Answers a call. It may return and throw what a method of a class may.
   *
   * @param args The arguments, which have been checked
   * @param ctx The same as in a method
   */
  readonly call: (args: Args, ctx: Context) => unknown;
}

/** A tool that is known only at run time. */
// biome-ignore lint/suspicious/noExplicitAny: only the schema says what the arguments are
export interface DynamicTool extends DynamicPrimitive<{ readonly [argument: string]: any }> {
  /** JSON Schema 2020-12 of the arguments object, which has `type: "object"` at its root. */
  readonly inputSchema: JsonSchema;
  /**
   * JSON Schema 2020-12 of what `call` returns, or of the `structuredContent` if it returns a whole result.
   *
   * @default the result is text or content
   */
  readonly outputSchema?: JsonSchema;
  readonly annotations?: ToolAnnotations;
  /** What becomes of arguments that do not fit, as with the option of `@tool`. @default that of the server */
  readonly arguments?: "strict" | "lenient";
  /** Milliseconds that a call may take. @default no limit */
  readonly timeout?: number;
  /** Capabilities that the client needs. @default none */
  readonly requires?: readonly ClientCapability[];
  /** Answers with a task, as the option of `@tool` does. @default answers when the work is done */
  readonly task?: "optional" | "required";
}

/** A resource, or a template of resources, that is known only at run time. */
export interface DynamicResource extends DynamicPrimitive<{ readonly [variable: string]: string | undefined }> {
  /** A URI, or a URI template (RFC 6570). Its variables are the arguments; those of a query or fragment may be missing. */
  readonly uri: string;
  /** @default `text/plain` for a string, detected from the bytes for bytes, `application/json` for other values */
  readonly mimeType?: string;
  readonly annotations?: ResourceAnnotations;
  /** The size of a fixed resource in bytes, if known. */
  readonly size?: number;
  /** How long a client may keep the content. @default not at all */
  readonly cache?: CacheHint;
  /**
   * Returns the resources of a template, an object for each, as the method that the option `list` of `@resource` names.
   *
   * @default they are not listed
   */
  readonly list?: () => unknown;
  /** Yields whenever the resource has changed. It runs while a client is subscribed to the URI. @default none */
  readonly watch?: (uri: string, signal: AbortSignal) => unknown;
  /** Complete the variables of a template. @default none */
  readonly complete?: { readonly [variable: string]: DynamicCompleter };
}

/** A prompt that is known only at run time. */
export interface DynamicPrompt extends DynamicPrimitive<{ readonly [argument: string]: string | undefined }> {
  /** @default none */
  readonly arguments?: readonly PromptArgument[];
  /** Complete the arguments. @default none */
  readonly complete?: { readonly [argument: string]: DynamicCompleter };
}

/** Returns the values that begin with `value`; `others` are the arguments that are already filled in. */
export type DynamicCompleter = (value: string, others: Readonly<Record<string, string>>) => unknown;
