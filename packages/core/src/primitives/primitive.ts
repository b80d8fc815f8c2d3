import type { Context } from "../context.js";
import type { JsonSchema } from "../manifest/json-schema.js";
import type { CacheHint, ClientCapability, ToolManifest } from "../manifest/manifest.js";
import type { Awaitable } from "../promises/awaitable.js";
import type { ValidationIssue } from "../validation/report.js";
import type { PromptDefinition, ResourceDefinition, TemplateDefinition, ToolDefinition } from "./definitions.js";
import type { Forms } from "./form.js";
import type { Middleware } from "./middleware.js";

/** The primitives that a server offers, each kind in source order. */
export interface Primitives {
  readonly tools: ReadonlyMap<string, Tool>;
  /** Resources with a fixed URI, by that URI. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly templates: readonly Template[];
  readonly prompts: ReadonlyMap<string, Prompt>;
}

/**
 * What tools, resources, templates and prompts have in common: a method of an instance, and the rules for calling it.
 */
export interface Primitive {
  readonly call: BoundMethod;
  /** Whether the method gets the context, and so may ask the client. @default false */
  readonly takesContext?: boolean;
  /** The forms that the method may ask with. @default only forms with a schema of their own */
  readonly forms?: Forms | undefined;
  /** Milliseconds that the method may take. @default no limit */
  readonly timeout?: number | undefined;
  /** Capabilities that the client needs. @default none */
  readonly requires?: readonly ClientCapability[] | undefined;
  /** Middleware around each call, outermost first. @default none */
  readonly use?: readonly Middleware[] | undefined;
  /** Prepares the instance before its first call. @throws StartFailure @default nothing to prepare */
  readonly prepare?: (() => Awaitable<void>) | undefined;
  /** How data becomes JSON if clients see no schema of it: the text of a tool, the data of a resource. */
  readonly result?: Output | undefined;
  /** How to read a generator or a stream. @default "any" */
  readonly reading?: Reading;
}

export interface Tool extends Primitive {
  readonly definition: ToolDefinition;
  readonly input: ToolInput;
  /** The names of arguments by their aliases. @default none */
  readonly aliases?: Readonly<Record<string, string>> | undefined;
  /** What becomes of arguments that do not fit the schema. @default "strict" */
  readonly arguments?: ToolManifest["arguments"];
  readonly output: Output | undefined;
  /** The method returns content. @default the value decides */
  readonly isContent?: boolean;
  /** The return value is ignored. @default false */
  readonly isNothing?: boolean;
  readonly task?: ToolManifest["task"];
}

export interface Resource extends Primitive {
  readonly definition: ResourceDefinition;
  /** How long clients may keep the content. */
  readonly cache?: CacheHint | undefined;
  /** Yields whenever the resource with a given URI has changed, until the signal aborts. */
  readonly watch?: OptionMethod | undefined;
}

export interface Template extends Primitive {
  readonly definition: TemplateDefinition;
  readonly input: TextInput;
  /** Returns the variables of a URI, or `undefined` if the template does not match. */
  readonly match: (uri: string) => Readonly<Record<string, string>> | undefined;
  /** The template matches only URIs that exist, so it is tried before templates that match by form. */
  readonly exact?: true;
  readonly completers: Completers;
  readonly listInstances?: InstanceLister | undefined;
  readonly cache?: CacheHint | undefined;
  readonly watch?: OptionMethod | undefined;
}

export interface Prompt extends Primitive {
  readonly definition: PromptDefinition;
  readonly input: TextInput;
  readonly completers: Completers;
}

/** Calls one method of one instance with named arguments. The context is created only if the method takes one. */
export type BoundMethod = (args: Arguments, call: { readonly context: Context }) => unknown;

/** A method that a decorator option names. It gets no context of the request. */
export type OptionMethod = (...args: unknown[]) => unknown;

export type Arguments = Readonly<Record<string, unknown>>;

/** Checks the arguments of a method, then decodes them to the values that its types declare. */
export interface Input {
  readonly validate: (value: unknown) => Checked;
  readonly decode: (args: Arguments) => Arguments;
}

/** The input of a tool. */
export interface ToolInput extends Input {
  /** What the arguments are checked against. */
  readonly schema: JsonSchema;
}

/** The input of a primitive whose arguments arrive as text: a prompt's arguments, a URI's variables. */
export interface TextInput extends Input {
  /** Parses each text by the type of its parameter. */
  readonly parse: (texts: Readonly<Record<string, string>>) => Arguments;
}

/** Encodes the return value of a method as the JSON that its type declares, then checks it. */
export interface Output {
  readonly encode: (value: unknown) => unknown;
  readonly validate: (value: unknown) => Checked;
}

export type Checked = readonly ValidationIssue[] | Promise<readonly ValidationIssue[]>;

/** How to read a generator, an async iterable or a stream. */
export type Reading =
  /** Keep the object itself: it has properties and happens to be iterable, such as a page of a list. */
  | "value"
  /** Take what the generator returns. */
  | "returned"
  /** Make a list of what is yielded or read. */
  | "list"
  /** Make a list of what is yielded; join a stream to its text or bytes. */
  | "content"
  /** Take what the generator returns, else make a list of what it yields; join a stream to its text or bytes. */
  | "any";

/** The completers by argument name; `undefined` for an argument without a completer. */
export type Completers = ReadonlyMap<string, Completer | undefined>;

/** Returns the values of an argument that begin with `value`; `others` are the arguments that are already filled in. */
export type Completer = (value: string, others: Readonly<Record<string, string>>) => unknown;

/**
 * Lists the resources of a template. `onUnreadable` is called for each that is left out, because no URI can stand for it.
 *
 * @throws TypeError when the method returns anything else
 */
export type InstanceLister = (
  signal: AbortSignal,
  onUnreadable: (problem: string) => void,
) => Promise<readonly ResourceDefinition[]>;
