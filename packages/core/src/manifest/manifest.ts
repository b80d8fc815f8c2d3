import type { JsonSchema } from "./json-schema.js";

export { parseUriTemplate, type TemplatePart, variablesOf } from "../uri-template/parse-uri-template.js";
export { isManifest } from "./is-manifest.js";

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
  /** Told to the model once, before any tool, where the classes say nothing themselves. */
  readonly instructions?: string;
}

/** One decorated class. */
export interface ClassManifest {
  /** Name of the class in the source. */
  readonly class: string;
  /** Source file, relative to the package it belongs to, with forward slashes. */
  readonly file: string;
  /** What its constructor cannot do without. Such a class is served as an instance only. */
  readonly constructorParameters?: readonly string[];
  /** The class's own doc comment. Told to the model once, before any tool. */
  readonly instructions?: string;
  readonly tools: readonly ToolManifest[];
  readonly resources: readonly ResourceManifest[];
  readonly prompts: readonly PromptManifest[];
  /** What `ctx.elicit` may ask in this class. */
  readonly forms?: readonly FormManifest[];
}

/** The form of one `ctx.elicit<T>(message)`. */
export interface FormManifest {
  /** The literal `key` of the call, if it has one: then it alone tells the form. */
  readonly key?: string;
  /**
   * The message with what is only known when it is asked left out: `["Delete ", "?"]` for `` `Delete ${path}?` ``, one
   * element for a literal, `["", ""]` for what is not known at all.
   */
  readonly message: readonly string[];
  /** Schema of `T`. */
  readonly schema: JsonSchema;
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
  /**
   * Schema of the value the method returns, after `await`, where no client sees one: a tool's text, a resource's data. It
   * says how the value becomes JSON. Of a value that may also be content, it is the schema of the rest.
   */
  readonly resultSchema?: JsonSchema;
  /** The method is a generator with a result of its own: what it yields is progress. Others yield their results. */
  readonly yields?: "progress";
  readonly _meta?: { readonly [key: string]: unknown };
}

/** A method under `@tool`. */
export interface ToolManifest extends PrimitiveManifest {
  /** Schema of the value the method returns, after `await`. Absent when it returns nothing, text or content. */
  readonly outputSchema?: JsonSchema;
  /**
   * `"content"`: the method returns blocks, bytes, whole results, or a list that each element of is shown by itself.
   * `"nothing"`: whatever comes back, its type says that nobody reads it.
   */
  readonly returns?: "content" | "nothing";
  /** The output is not an object: legacy revisions receive it as `{ "result": … }`. */
  readonly wrapped?: true;
  readonly annotations?: ToolAnnotations;
  /** Milliseconds a call may take. */
  readonly timeout?: number;
  /** Client capabilities without which the tool cannot be called. */
  readonly requires?: readonly ClientCapability[];
  /** Whether a client that knows tasks gets one (`optional`), and whether others are refused (`required`). */
  readonly task?: "optional" | "required";
  readonly ui?: ToolUi;
}

/** What a client must be able to do. A dot goes one level down: `elicitation.url`. */
export type ClientCapability =
  | "elicitation"
  | "elicitation.form"
  | "elicitation.url"
  | "sampling"
  | "sampling.tools"
  | "roots";

/** The page that shows a tool's result (MCP Apps). */
export interface ToolUi {
  /** Such as `ui://weather/current`. */
  readonly uri: string;
  /** The page itself. */
  readonly html: string;
  /** `_meta.ui` of the page: content security policy, permissions and looks, as the extension writes them. */
  readonly page?: { readonly [key: string]: unknown };
  /** Who may call the tool. @default both */
  readonly visibility?: readonly ("model" | "app")[];
}

/** How long a client may keep an answer. */
export interface CacheHint {
  /** Milliseconds. */
  readonly ttlMs: number;
  /** `"public"` only when every caller gets the same. @default "private" */
  readonly scope?: "public" | "private";
}

/** A method under `@resource`: it has either a `uri` or a `uriTemplate`. */
export interface ResourceManifest extends PrimitiveManifest {
  readonly uri?: string;
  /** RFC 6570 template; its variables are parameters of the method. */
  readonly uriTemplate?: string;
  readonly mimeType?: string;
  /** Bytes, of a fixed resource. */
  readonly size?: number;
  readonly annotations?: ResourceAnnotations;
  readonly cache?: CacheHint;
  /** Name of the method that lists what the template stands for. */
  readonly list?: string;
  /** Name of the method that watches the resource for changes. */
  readonly watch?: string;
  /** Name of the method that completes each variable. */
  readonly complete?: { readonly [variable: string]: string };
}

/** A method under `@prompt`. */
export interface PromptManifest extends PrimitiveManifest {
  /** The arguments as `prompts/list` shows them. */
  readonly arguments: readonly PromptArgument[];
  /** Name of the method that completes each argument. */
  readonly complete?: { readonly [argument: string]: string };
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
