import type { ContentBlock, PromptMessage } from "./content.js";
import type { JsonSchema } from "./manifest/json-schema.js";

/** `"modern"` for 2026-07-28 and later, `"legacy"` for the revisions that begin with `initialize`. */
export type Era = "modern" | "legacy";

/** What the client said of itself. */
export interface ClientInfo {
  /** Name and version, if it told them. */
  readonly name?: string;
  readonly version?: string;
  /** Its capabilities as the protocol writes them, for example `{ "elicitation": {} }`. */
  readonly capabilities: { readonly [capability: string]: unknown };
}

/**
 * Who calls. The server has established it before the call, such as from an access token. What belongs to a caller, such
 * as tasks, sessions and the answers to questions, is found again only by the same `subject`, `issuer` and `clientId`.
 */
export interface Caller {
  /** Identifies the person or program among all of the issuer's (`sub`). */
  readonly subject: string;
  /** Who vouches for it, such as the URL of an authorization server (`iss`). */
  readonly issuer?: string;
  /** The OAuth client through which it calls. */
  readonly clientId?: string;
  /** What it may do. */
  readonly scopes?: readonly string[];
  /** What else is known of it, such as the claims of its token. */
  readonly claims?: { readonly [claim: string]: unknown };
}

/** The severities of the protocol's log messages, from least to most severe (RFC 5424). */
export type LogLevel = "debug" | "info" | "notice" | "warning" | "error" | "critical" | "alert" | "emergency";

/** One function for each severity. `data` is any JSON value; the message is dropped when the client did not ask for it. */
export type ContextLog = { readonly [level in LogLevel]: (data: unknown) => void };

/**
 * What a method may ask of the request it is answering. Declare a parameter of this type and it is injected;
 * it is no argument of the tool and absent from its schema.
 *
 * @example
 * ```ts
 * @tool
 * async scan(folder: string, ctx: Context) {
 *   for (const [i, file] of files.entries()) {
 *     ctx.signal.throwIfAborted();
 *     ctx.progress(i, files.length, file);
 *   }
 * }
 * ```
 */
export interface Context {
  /** Aborted when the client cancels the request or goes away, or the tool's `timeout` is over. */
  readonly signal: AbortSignal;
  /** Id of the request, as the client chose it. */
  readonly requestId: string | number;
  /** Of the protocol, as the client speaks it. */
  readonly era: Era;
  /** The program that is asking, and what it can do, by its own account. */
  readonly client: ClientInfo;
  /** Who is asking, as the server has established it; `undefined` if it has not, as over stdio. */
  readonly auth: Caller | undefined;
  /** The request's `_meta`: what the client adds, such as `traceparent`, `tracestate` and `baggage` of W3C Trace Context. */
  readonly meta: { readonly [key: string]: unknown };
  /** Log messages to the client. What only the operator should see belongs on `console`. */
  readonly log: ContextLog;
  /** Changes what the server offers, and says that a resource has changed. */
  readonly server: ServerControls;
  /**
   * Tells the client how far the work is. Values that do not increase are dropped; without a listener, nothing is sent.
   * Calls in quick succession are sent as one, with the latest value.
   *
   * @param value Work done so far, in any unit
   * @param total Work there is, in the same unit, if known
   * @param message One line for a person to read
   */
  progress(value: number, total?: number, message?: string): void;
  /**
   * Asks the person with a form. Its fields are the properties of `T`: strings, numbers, booleans, unions of strings
   * (one choice) and arrays of these (several). Their doc comments are shown beside them.
   *
   * On a modern connection the method is *run again from its start* when the answer is there, with all answers so far:
   * what must happen once although questions follow belongs in {@link Context.once}. Until then this throws; let that
   * pass, `finally` blocks run. See docs/guide/asking.md.
   *
   * @throws MissingCapabilityError when the client cannot show forms
   * @example
   * ```ts
   * const answer = await ctx.elicit<{ reason: string }>(`Why delete ${path}?`);
   * if (answer.action !== "accept") return "Nothing was deleted.";
   * ```
   */
  elicit<T extends object>(message: string, options?: ElicitOptions): Promise<ElicitResult<T>>;
  /**
   * Asks the person to open a web page, for what must not pass through the client, such as a password or a payment.
   * `accept` says that the person agreed to open it, not that they are done there.
   *
   * @param url An `https:` URL without secrets
   * @throws MissingCapabilityError when the client cannot open pages
   */
  elicitUrl(message: string, url: string, options?: AskOptions): Promise<ElicitUrlResult>;
  /**
   * Has the client's model write a message. The protocol has deprecated this: few clients can.
   *
   * @throws MissingCapabilityError when the client offers no model
   */
  sample(request: SampleRequest, options?: AskOptions): Promise<SampleResult>;
  /**
   * The folders the client works in. The protocol has deprecated this.
   *
   * @throws MissingCapabilityError when the client has none to tell
   */
  roots(options?: AskOptions): Promise<readonly Root[]>;
  /**
   * Runs an effect once although the method may be run again for the answer to a question, and returns its value again
   * each time. The value travels through the client, encrypted: keep it small. It must be JSON.
   *
   * @param key Names the effect among those of this method
   */
  once<T>(key: string, effect: () => T | Promise<T>): Promise<T>;
  /**
   * Lets go of the client's connection while the work goes on, where the client can come back for the answer: over
   * legacy HTTP since 2025-11-25, and as a task with clients that know tasks, if the server has any. What has been asked
   * before is answered by then. Elsewhere nothing happens. See docs/guide/tasks.md.
   *
   * @param retryMs Milliseconds after which the client should come back; a task says this itself.
   *   @default what the client thinks best
   */
  releaseConnection(retryMs?: number): void;
}

/** Options of every question to the client. */
export interface AskOptions {
  /**
   * Names the question among those of this method, where its text and order cannot: questions asked in a different
   * order each time the method runs. @default made from the kind and text of the question, and how often it was asked
   */
  readonly key?: string;
}

/** Options of {@link Context.elicit}. */
export interface ElicitOptions extends AskOptions {
  /** The form as the protocol writes it, for what no type can say. @default made from the type argument */
  readonly schema?: JsonSchema;
}

/** What the person did with a form. */
export type ElicitResult<T> =
  | { readonly action: "accept"; readonly content: T }
  | { readonly action: "decline" }
  | { readonly action: "cancel" };

/** What the person did with the request to open a page. */
export interface ElicitUrlResult {
  readonly action: "accept" | "decline" | "cancel";
}

/** What the client's model is to continue. A string is one message of the user's. */
export interface SampleRequest {
  readonly messages: string | readonly PromptMessage[];
  /** Most tokens to write. */
  readonly maxTokens: number;
  readonly systemPrompt?: string;
  /** 0 to 1. */
  readonly temperature?: number;
  readonly stopSequences?: readonly string[];
  readonly modelPreferences?: {
    readonly hints?: readonly { readonly name?: string }[];
    /** 0 to 1, as are the next two. */
    readonly costPriority?: number;
    readonly speedPriority?: number;
    readonly intelligencePriority?: number;
  };
  readonly metadata?: { readonly [key: string]: unknown };
}

/** What the client's model wrote. */
export interface SampleResult {
  readonly role: "user" | "assistant";
  readonly content: ContentBlock | readonly ContentBlock[];
  /** All text blocks of the content, joined. */
  readonly text: string;
  /** Name of the model. */
  readonly model: string;
  readonly stopReason?: string;
}

/** A folder, or other place, that the client works in. */
export interface Root {
  /** A `file:` URI. */
  readonly uri: string;
  readonly name?: string;
}

/** Changes to a running server. Connected clients are told. */
export interface ServerControls {
  /** Offers primitives again that were disabled. @throws TypeError when there is none of that name */
  enable(...names: readonly string[]): void;
  /**
   * Offers primitives no longer: they are in no list, and calling one is as if there were none.
   *
   * @param names Names of tools and prompts; URIs and URI templates of resources
   * @throws TypeError when there is none of that name
   */
  disable(...names: readonly string[]): void;
  /** Tells clients that have subscribed to the resource that it has changed. */
  resourceUpdated(uri: string): void;
}
