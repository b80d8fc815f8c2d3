import type { JsonSchema } from "./json-schema.js";

export { isManifest } from "./is-manifest.js";
export { parseUriTemplate, type TemplatePart, variablesOf } from "./uri-template/parse-uri-template.js";

/** The one manifest version this package reads and the compiler of the same version writes. */
export const MANIFEST_VERSION = 1;

/**
 * The contract of one or more server classes: what the compiler writes, what the registry serves, what a review diffs.
 * `manifest.schema.json` in this package is the same as a JSON Schema.
 */
export interface Manifest {
  readonly $schema?: string;
  readonly manifestVersion: typeof MANIFEST_VERSION;
  /** Name and version of the program that wrote it, such as `"@plainmcp/compiler@1.0.0"`. */
  readonly generator: string;
  readonly server: ServerInfo;
  readonly classes: readonly ClassManifest[];
}

/** A manifest as TypeScript sees an imported JSON file, whose literals it takes for any number or string. */
export interface ManifestJson {
  readonly manifestVersion: number;
  readonly generator: string;
  readonly server: ServerInfo;
  readonly classes: readonly object[];
}

/** What a client learns about the server when it connects. */
export interface ServerInfo {
  readonly name: string;
  readonly version: string;
  readonly title?: string;
  readonly description?: string;
  /** Told to the model once, before any tool: the class's own doc comment. */
  readonly instructions?: string;
}

/** One decorated class. */
export interface ClassManifest {
  /** Name of the class in the source. */
  readonly class: string;
  /** Source file, relative to the package it belongs to, with forward slashes. */
  readonly file: string;
  readonly tools: readonly ToolManifest[];
  readonly resources: readonly ResourceManifest[];
  readonly prompts: readonly PromptManifest[];
}

/**
 * Where one parameter of the method gets its value, in the order of the parameters:
 * a named argument, all remaining elements of an array argument, the whole arguments object, or something injected.
 */
export type ParameterManifest =
  | { readonly name: string }
  | { readonly name: string; readonly rest: true }
  | { readonly flat: true }
  | { readonly inject: "context" | "signal" };

/** What tools, resources and prompts have in common. */
export interface PrimitiveManifest {
  /** Name of the method. */
  readonly method: string;
  /** Name on the wire. */
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly icons?: readonly Icon[];
  readonly parameters: readonly ParameterManifest[];
  /** Schema of the arguments object; for resources, of the URI template's variables. */
  readonly inputSchema: JsonSchema;
  readonly _meta?: { readonly [key: string]: unknown };
}

/** A method under `@tool`. */
export interface ToolManifest extends PrimitiveManifest {
  /** Schema of the value the method returns, after `await`. Absent when it returns nothing or content blocks. */
  readonly outputSchema?: JsonSchema;
  /** The output is not an object: legacy revisions receive it as `{ "result": … }`. */
  readonly wrapped?: true;
  readonly annotations?: ToolAnnotations;
}

/** A method under `@resource`: it has either a `uri` or a `uriTemplate`. */
export interface ResourceManifest extends PrimitiveManifest {
  readonly uri?: string;
  /** RFC 6570 template; its variables are parameters of the method. */
  readonly uriTemplate?: string;
  readonly mimeType?: string;
  readonly annotations?: ResourceAnnotations;
}

/** A method under `@prompt`. */
export interface PromptManifest extends PrimitiveManifest {
  /** The arguments as `prompts/list` shows them. */
  readonly arguments: readonly PromptArgument[];
}

/** One argument of a prompt. */
export interface PromptArgument {
  readonly name: string;
  readonly description?: string;
  readonly required?: boolean;
}

/** Hints about a tool's behaviour. Clients may show them; none is a guarantee. */
export interface ToolAnnotations {
  readonly title?: string;
  /** The tool changes nothing. @default false */
  readonly readOnlyHint?: boolean;
  /** The tool may delete or overwrite. @default true */
  readonly destructiveHint?: boolean;
  /** Calling it again with the same arguments changes nothing more. @default false */
  readonly idempotentHint?: boolean;
  /** The tool reaches beyond this server, such as the web. @default true */
  readonly openWorldHint?: boolean;
}

/** Hints about a resource. */
export interface ResourceAnnotations {
  readonly audience?: readonly ("user" | "assistant")[];
  /** 0 (least important) to 1. */
  readonly priority?: number;
  /** ISO 8601 date-time. */
  readonly lastModified?: string;
}

/** An icon a client may show. */
export interface Icon {
  /** An `https:` or `data:` URI. */
  readonly src: string;
  readonly mimeType?: string;
  /** Such as `["48x48"]` or `["any"]`. */
  readonly sizes?: readonly string[];
  readonly theme?: "light" | "dark";
}
