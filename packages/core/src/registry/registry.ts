import type { Completers } from "../completion/create-completers.js";
import type { CallRules } from "../dispatch/invocation.js";
import type { JsonSchema } from "../json-schema.js";
import type { InstanceLister } from "../lists/create-instance-lister.js";
import type {
  CacheHint,
  ClientCapability,
  Icon,
  PromptArgument,
  ResourceAnnotations,
  ServerInfo,
  ToolAnnotations,
  ToolManifest,
} from "../manifest.js";
import type { ErrorReporter } from "../reporting/error-report.js";
import type { Reading } from "../result/read-to-end.js";
import type { SecretKey } from "../secret/create-secret-key.js";
import type { Skills } from "../skills/skills.js";
import type { TaskSettings } from "../tasks/task-settings.js";
import type { UriMatcher } from "../uri-template/create-uri-matcher.js";
import type { ValidationIssue } from "../validation/report.js";
import type { Helper } from "./bind-helper.js";
import type { BoundMethod } from "./bind-method.js";
import type { Offer } from "./create-offer.js";

/**
 * The manifests and instances of one server, checked once against each other and ready to be called. Its primitives are
 * those that are enabled at the moment.
 */
export interface Registry extends Primitives, Offer {
  readonly server: ServerInfo;
  /** Has the resources at these URIs watched until the function that this returns is called. */
  readonly watch: (uris: readonly string[]) => () => void;
  readonly secretKey: SecretKey;
  /** Most entries on one page of a list. */
  readonly pageSize: number;
  /** How long clients may keep the lists. */
  readonly cache: CacheHint | undefined;
  readonly skills: Skills | undefined;
  /** How tasks are kept, if the options say so. */
  readonly tasks: TaskSettings | undefined;
  readonly onError: ErrorReporter;
}

/** What a server offers, each in source order. */
export interface Primitives {
  readonly tools: ReadonlyMap<string, RegisteredTool>;
  /** Resources of a fixed URI, by that URI. */
  readonly resources: ReadonlyMap<string, RegisteredResource>;
  readonly templates: readonly RegisteredTemplate[];
  readonly prompts: ReadonlyMap<string, RegisteredPrompt>;
}

/** The arguments of a method: checked, then turned into the values its types promise. */
export interface Input {
  readonly validate: (value: unknown) => Checked;
  readonly decode: (args: Arguments) => Arguments;
}

/** The value of a method: turned into the JSON that its type declares, then checked. */
export interface Output {
  readonly encode: (value: unknown) => unknown;
  readonly validate: (value: unknown) => Checked;
}

export type Arguments = Readonly<Record<string, unknown>>;
export type Checked = readonly ValidationIssue[] | Promise<readonly ValidationIssue[]>;

/** What the manifest says of what a method returns. */
export interface ReturnRules {
  /** How data becomes JSON where no client sees a schema: the text of a tool, the data of a resource. */
  readonly result?: Output | undefined;
  /** What comes of a generator or a stream. @default the value decides */
  readonly reading?: Reading;
}

export interface RegisteredTool extends CallRules, ReturnRules {
  /** What the client must be able to do. */
  readonly requires?: readonly ClientCapability[] | undefined;
  readonly definition: ToolDefinition;
  readonly call: BoundMethod;
  readonly input: Input;
  readonly output: Output | undefined;
  /** What it returns is content. @default the value decides */
  readonly isContent?: boolean;
  /** What it returns is not for anybody to read. @default false */
  readonly isNothing?: boolean;
  readonly task?: ToolManifest["task"];
}

export interface RegisteredResource extends CallRules, ReturnRules {
  readonly definition: ResourceDefinition;
  readonly call: BoundMethod;
  /** How long clients may keep the content. */
  readonly cache?: CacheHint | undefined;
  /** Yields when the resource of a URI has changed, until the signal is aborted. */
  readonly watch?: Helper | undefined;
}

export interface RegisteredTemplate extends CallRules, ReturnRules {
  readonly definition: TemplateDefinition;
  readonly call: BoundMethod;
  readonly input: Input;
  /** The variables of a URI that the template matches, or `undefined`. */
  readonly match: UriMatcher;
  /** It matches only what there is, and so comes before those that match whatever has their form. */
  readonly exact?: true;
  /** Turns the variables' text into what the parameters' types promise. */
  readonly parse: (variables: Readonly<Record<string, string>>) => Arguments;
  readonly completers: Completers;
  readonly listInstances?: InstanceLister | undefined;
  readonly cache?: CacheHint | undefined;
  readonly watch?: Helper | undefined;
}

export interface RegisteredPrompt extends CallRules, ReturnRules {
  readonly definition: PromptDefinition;
  readonly call: BoundMethod;
  readonly input: Input;
  /** Turns the arguments' text into what the parameters' types promise. */
  readonly parse: (args: Readonly<Record<string, string>>) => Arguments;
  readonly completers: Completers;
}

interface Definition {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly icons?: readonly Icon[];
  readonly _meta?: { readonly [key: string]: unknown };
}

/** A tool as `tools/list` shows it. */
export interface ToolDefinition extends Definition {
  readonly inputSchema: JsonSchema;
  readonly outputSchema?: JsonSchema;
  readonly annotations?: ToolAnnotations;
}

/** A resource as `resources/list` shows it. */
export interface ResourceDefinition extends Definition {
  readonly uri: string;
  readonly mimeType?: string;
  readonly size?: number;
  readonly annotations?: ResourceAnnotations;
}

/** A resource template as `resources/templates/list` shows it. */
export interface TemplateDefinition extends Definition {
  readonly uriTemplate: string;
  readonly mimeType?: string;
  readonly annotations?: ResourceAnnotations;
}

/** A prompt as `prompts/list` shows it. */
export interface PromptDefinition extends Definition {
  readonly arguments: readonly PromptArgument[];
}
