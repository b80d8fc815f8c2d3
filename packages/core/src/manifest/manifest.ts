import type { JsonSchema } from "./json-schema.js";

export { parseUriTemplate, type TemplatePart, variablesOf } from "../uri-template/parse-uri-template.js";
export { hostOfKey } from "./host-keys.js";
export { isManifest } from "./is-manifest.js";

/** The one manifest version that this package reads, and that the compiler of the same version writes. */
export const MANIFEST_VERSION = 1;

/**
 * The contract of one or more server classes. The compiler writes it, the registry serves it, and reviews diff it.
 * `manifest.schema.json` in this package describes it as a JSON Schema.
 */
export interface Manifest {
  readonly $schema?: string;
  readonly manifestVersion: typeof MANIFEST_VERSION;
  /** Name and version of the program that wrote it, such as `"@plainmcp/compiler@1.0.0"`. */
  readonly generator: string;
  readonly server: ServerInfo;
  readonly classes: readonly ClassManifest[];
}

/** The type of a manifest imported as JSON: TypeScript widens its literals to `number` and `string`. */
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
  /** For clients that show where a server comes from: an `https:` or `http:` URL. */
  readonly websiteUrl?: string;
  /** For clients that show servers by an icon. */
  readonly icons?: readonly Icon[];
  /** Given to the model once, before any tool, if the classes have no instructions of their own. */
  readonly instructions?: string;
}

/** One decorated class. */
export interface ClassManifest {
  /** Name of the class in the source. */
  readonly class: string;
  /** Source file, relative to the package it belongs to, with forward slashes. */
  readonly file: string;
  /** Required parameters of its constructor. Such a class can be served only as an instance. */
  readonly constructorParameters?: readonly string[];
  /** The class's own doc comment. Given to the model once, before any tool. */
  readonly instructions?: string;
  readonly tools: readonly ToolManifest[];
  readonly resources: readonly ResourceManifest[];
  readonly prompts: readonly PromptManifest[];
  /** The forms of the `ctx.elicit` calls in this class. */
  readonly forms?: readonly FormManifest[];
  /** The methods that the server itself calls, in the order in which it calls them. */
  readonly hooks?: readonly HookName[];
  /** The environment variables that the class declares with `env`. */
  readonly env?: readonly EnvVariableManifest[];
}

/** An undecorated method that the server itself calls: before the first call, when roots change, or at the end. */
export type HookName = "init" | "rootsChanged" | "close" | "[Symbol.asyncDispose]";

/** One environment variable of a class. */
export interface EnvVariableManifest {
  readonly name: string;
  /** Says to the operator what the value is for. */
  readonly description: string;
  /** The value must not be shown. */
  readonly secret?: true;
  /** The class runs without it. */
  readonly optional?: true;
  /** The value if the variable is not set. */
  readonly default?: string;
  /** The only values that it may have. */
  readonly enum?: readonly string[];
  /** A format of JSON Schema that the value must have. */
  readonly format?: EnvFormat;
}

/** The formats of JSON Schema that the value of an environment variable can be checked for. */
export type EnvFormat =
  | "date"
  | "date-time"
  | "duration"
  | "email"
  | "hostname"
  | "ipv4"
  | "ipv6"
  | "regex"
  | "time"
  | "uri"
  | "uuid";

/** The form of one `ctx.elicit<T>(message)`. */
export interface FormManifest {
  /** The literal `key` of the call, if it has one: then the key alone identifies the form. */
  readonly key?: string;
  /**
   * The literal parts of the message: `["Delete ", "?"]` for `` `Delete ${path}?` ``, one element for a literal, and
   * `["", ""]` if no part is known at compile time.
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
   * Schema of the value that the method returns, after `await`, if clients see no schema of it: a tool's text, a
   * resource's data. It says how the value becomes JSON. If the value may also be content, this is the schema of the
   * other values.
   */
  readonly resultSchema?: JsonSchema;
  /**
   * The method is a generator that returns its result, so its yields are progress. Other generators yield their
   * results.
   */
  readonly yields?: "progress";
  readonly _meta?: { readonly [key: string]: unknown };
}

/** A method under `@tool`. */
export interface ToolManifest extends PrimitiveManifest {
  /**
   * Schema of the value that the method returns, after `await`; of a whole result, schema of its `structuredContent`.
   * Absent if the method returns nothing, text, or content without data.
   */
  readonly outputSchema?: JsonSchema;
  /**
   * `"content"`: the method returns blocks, bytes, whole results, or a list whose elements are shown one by one.
   * `"nothing"`: the return type declares no value, so what the method returns is ignored.
   */
  readonly returns?: "content" | "nothing";
  /** The output is not an object, so legacy revisions receive it as `{ "result": … }`. */
  readonly wrapped?: true;
  readonly annotations?: ToolAnnotations;
  /** The names of arguments by their aliases, which are not in the schema. */
  readonly argumentAliases?: { readonly [alias: string]: string };
  /** What becomes of arguments that do not fit the schema. */
  readonly arguments?: "strict" | "lenient";
  /** Milliseconds that a call may take. */
  readonly timeout?: number;
  /** Client capabilities without which the tool cannot be called. */
  readonly requires?: readonly ClientCapability[];
  /** `optional`: clients that support tasks get one. `required`: other clients are refused, too. */
  readonly task?: "optional" | "required";
  readonly ui?: ToolUi;
}

/** A capability that a client may declare. A dot goes one level down: `elicitation.url`. */
export type ClientCapability =
  | "elicitation"
  | "elicitation.form"
  | "elicitation.url"
  | "sampling"
  | "sampling.tools"
  | "roots";

/** The page that shows a tool's result (MCP Apps). */
export interface ToolUi {
  /** For example `ui://weather/current`. */
  readonly uri: string;
  /** The HTML of the page. */
  readonly html: string;
  /** `_meta.ui` of the page: content security policy, permissions and looks, as the extension writes them. */
  readonly page?: { readonly [key: string]: unknown };
  /** Who may call the tool. @default both */
  readonly visibility?: readonly ("model" | "app")[];
}

/** How long a client may cache an answer. */
export interface CacheHint {
  /** Milliseconds. */
  readonly ttlMs: number;
  /** Use `"public"` only if every caller gets the same answer. @default "private" */
  readonly scope?: "public" | "private";
}

/** A method under `@resource`: it has either a `uri` or a `uriTemplate`. */
export interface ResourceManifest extends PrimitiveManifest {
  readonly uri?: string;
  /** RFC 6570 template; its variables are parameters of the method. */
  readonly uriTemplate?: string;
  readonly mimeType?: string;
  /** The size of a fixed resource in bytes. */
  readonly size?: number;
  readonly annotations?: ResourceAnnotations;
  readonly cache?: CacheHint;
  /** Name of the method that lists the template's resources. */
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

/** Hints about a tool's behaviour. Clients may show them; they guarantee nothing. */
export interface ToolAnnotations {
  readonly title?: string;
  /** The tool changes nothing. @default false */
  readonly readOnlyHint?: boolean;
  /** The tool may delete or overwrite data. @default true */
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
  /** For example `["48x48"]` or `["any"]`. */
  readonly sizes?: readonly string[];
  readonly theme?: "light" | "dark";
}
