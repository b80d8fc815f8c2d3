import type { Context } from "../context.js";
import type { CacheHint, ClientCapability, ToolManifest } from "../manifest/manifest.js";
import type { ValidationIssue } from "../validation/report.js";
import type { PromptDefinition, ResourceDefinition, TemplateDefinition, ToolDefinition } from "./definitions.js";
import type { Forms } from "./form.js";
import type { Middleware } from "./middleware.js";

/** What a server offers, each in source order. */
export interface Primitives {
  readonly tools: ReadonlyMap<string, Tool>;
  /** Resources of a fixed URI, by that URI. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly templates: readonly Template[];
  readonly prompts: ReadonlyMap<string, Prompt>;
}

/** What tools, resources, templates and prompts have in common: a method of an instance, and the rules of a call. */
export interface Primitive {
  readonly call: BoundMethod;
  /** Whether the method gets the context, and so may ask the client. @default false */
  readonly takesContext?: boolean;
  /** What the method may ask. @default nothing that has no schema of its own */
  readonly forms?: Forms | undefined;
  /** Milliseconds the method may take. @default no limit */
  readonly timeout?: number | undefined;
  /** What the client must be able to do. @default nothing */
  readonly requires?: readonly ClientCapability[] | undefined;
  /** What runs around each call, the outermost first. @default nothing */
  readonly use?: readonly Middleware[] | undefined;
  /** How data becomes JSON where no client sees a schema: the text of a tool, the data of a resource. */
  readonly result?: Output | undefined;
  /** What comes of a generator or a stream. @default "any" */
  readonly reading?: Reading;
}

export interface Tool extends Primitive {
  readonly definition: ToolDefinition;
  readonly input: Input;
  readonly output: Output | undefined;
  /** What it returns is content. @default the value decides */
  readonly isContent?: boolean;
  /** Nobody reads what it returns. @default false */
  readonly isNothing?: boolean;
  readonly task?: ToolManifest["task"];
}

export interface Resource extends Primitive {
  readonly definition: ResourceDefinition;
  /** How long clients may keep the content. */
  readonly cache?: CacheHint | undefined;
  /** Yields when the resource of a URI has changed, until the signal is aborted. */
  readonly watch?: OptionMethod | undefined;
}

export interface Template extends Primitive {
  readonly definition: TemplateDefinition;
  readonly input: TextInput;
  /** The variables of a URI that the template matches, or `undefined`. */
  readonly match: (uri: string) => Readonly<Record<string, string>> | undefined;
  /** It matches only what exists, and so comes before templates that match whatever has their form. */
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

/** Calls one method of one instance with named arguments. The context is made only when the method takes one. */
export type BoundMethod = (args: Arguments, call: { readonly context: Context }) => unknown;

/** A method that an option of a decorator names. It is told nothing of the request. */
export type OptionMethod = (...args: unknown[]) => unknown;

export type Arguments = Readonly<Record<string, unknown>>;

/** The arguments of a method: checked, then turned into the values that its types promise. */
export interface Input {
  readonly validate: (value: unknown) => Checked;
  readonly decode: (args: Arguments) => Arguments;
}

/** Arguments that are text on the wire: those of prompts, and the variables of a URI. */
export interface TextInput extends Input {
  /** Turns each text into what the parameter's type promises. */
  readonly parse: (texts: Readonly<Record<string, string>>) => Arguments;
}

/** The value of a method: turned into the JSON that its type declares, then checked. */
export interface Output {
  readonly encode: (value: unknown) => unknown;
  readonly validate: (value: unknown) => Checked;
}

export type Checked = readonly ValidationIssue[] | Promise<readonly ValidationIssue[]>;

/** What comes of a generator, an async iterable or a stream. */
export type Reading =
  /** The object itself, which can be iterated beside what it holds: a page of a list, a cursor. */
  | "value"
  /** What the generator returns. */
  | "returned"
  /** The list of what is yielded or read. */
  | "list"
  /** The list of what is yielded; of a stream, its text or its bytes. */
  | "content"
  /** What the generator returns, else the list of what it yields; of a stream, its text or its bytes. */
  | "any";

/** What may follow what was typed, by the name of the argument. Of an argument without a completer, nothing is known. */
export type Completers = ReadonlyMap<string, Completer | undefined>;

/** Gives the values of one argument that begin with `value`; `others` are the arguments that were filled in before. */
export type Completer = (value: string, others: Readonly<Record<string, string>>) => unknown;

/** Lists what a template stands for. @throws TypeError when the method lists something else than instances */
export type InstanceLister = (signal: AbortSignal) => Promise<readonly ResourceDefinition[]>;
