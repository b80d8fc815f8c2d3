import type { ContentBlock, Page, PromptMessage } from "./content.js";
import type { JsonSchema } from "./manifest/json-schema.js";
import type { FetchInit } from "./outgoing/fetch-options.js";

/** `"modern"` for 2026-07-28 and later, `"legacy"` for the revisions that begin with `initialize`. */
export type Era = "modern" | "legacy";

/** What the client declares about itself. */
export interface ClientInfo {
  /** Name and version, if the client sent them. */
  readonly name?: string;
  readonly version?: string;
  /** Its capabilities as the protocol writes them, for example `{ "elicitation": {} }`. */
  readonly capabilities: { readonly [capability: string]: unknown };
}

/**
 * The identity behind a request, which the server established before the call, for example from an access token. Tasks,
 * sessions and answers to questions belong to a caller: only the same `subject`, `issuer` and `clientId` can reach
 * them.
 *
 * @example
 * ```ts
 * createHttpHandler(Notes, { caller: (request) => ({ subject: userOf(request) }) });
 * ```
 */
export interface Caller {
  /** Identifies the person or program within the issuer (`sub`). */
  readonly subject: string;
  /** Who issued the identity, such as the URL of an authorization server (`iss`). */
  readonly issuer?: string;
  /** The OAuth client that the caller uses. */
  readonly clientId?: string;
  /** What the caller may do. */
  readonly scopes?: readonly string[];
  /** Further facts about the caller, such as the claims of its token. */
  readonly claims?: { readonly [claim: string]: unknown };
}

/**
 * The session of a legacy client: over HTTP the one that its `Mcp-Session-Id` names, over stdio the connection.
 *
 * @example
 * ```ts
 * if (ctx.session) carts.get(ctx.session.id)?.push(item);
 * ```
 */
export interface Session {
  /** Identifies the session among all that the server has. Over HTTP it gives access to the session: do not pass it on. */
  readonly id: string;
}

/** The severities of the protocol's log messages, from least to most severe (RFC 5424). */
export type LogLevel = "debug" | "info" | "notice" | "warning" | "error" | "critical" | "alert" | "emergency";

/**
 * One function for each severity. `data` is any JSON value. Messages that the client did not ask for are dropped.
 *
 * @example
 * ```ts
 * ctx.log.named("db").warning({ slow: query });
 * ```
 */
export type ContextLog = { readonly [level in LogLevel]: (data: unknown) => void } & {
  /** Returns the same functions for messages that carry the name of a logger. */
  readonly named: (logger: string) => ContextLog;
};

/**
 * Access to the request that a method answers. Declare a parameter of this type and it is injected; it is not an
 * argument of the tool and does not appear in its schema.
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
  /** Aborted when the client cancels the request or disconnects, or when the tool's `timeout` expires. */
  readonly signal: AbortSignal;
  /** The id that the client gave the request. */
  readonly requestId: string | number;
  /** The protocol era that the client speaks. */
  readonly era: Era;
  /** The calling program and its capabilities, as it declares them. */
  readonly client: ClientInfo;
  /** The identity that the server established; `undefined` if it established none, for example over stdio. */
  readonly auth: Caller | undefined;
  /** The client's session; `undefined` in the modern era, which has none, and for legacy requests without a session. */
  readonly session: Session | undefined;
  /** The request's `_meta`, for example `traceparent`, `tracestate` and `baggage` of W3C Trace Context. */
  readonly meta: { readonly [key: string]: unknown };
  /** Sends log messages to the client. Use `console` for what only the operator should see. */
  readonly log: ContextLog;
  /** Changes what the server offers, and tells subscribers that a resource has changed. */
  readonly server: ServerControls;
  /**
   * Reports progress to the client. Values that do not increase are dropped. Nothing is sent if the client did not ask
   * for progress. Calls in quick succession are sent as one, with the latest value.
   *
   * @param value Work done so far, in any unit
   * @param total Total work in the same unit, if known
   * @param message One line for a person to read
   */
  progress(value: number, total?: number, message?: string): void;
  /**
   * Asks the person to fill in a form. Its fields are the properties of `T`: strings, numbers, booleans, unions of
   * strings (one choice) and arrays of these (several). Their doc comments are shown beside them.
   *
   * On a modern connection this throws until the answer arrives; do not catch that error (`finally` blocks run). Then
   * the method *runs again from its start*, with all answers so far. Use {@link Context.once} for effects that come
   * before a question and must happen only once. See docs/guide/asking.md.
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
   * Asks the person to open a web page, for data that must not pass through the client, such as a password or a
   * payment. `accept` means that the person agreed to open the page, not that they have finished there.
   *
   * @param url An `https:` URL without secrets
   * @throws MissingCapabilityError when the client cannot open pages
   * @example
   * ```ts
   * const { action } = await ctx.elicitUrl("Pay for the order.", `https://shop.example/pay/${order.id}`);
   * ```
   */
  elicitUrl(message: string, url: string, options?: AskOptions): Promise<ElicitUrlResult>;
  /**
   * Asks the client's model to write a message. The protocol has deprecated this, and few clients support it.
   *
   * @throws MissingCapabilityError when the client offers no model
   * @example
   * ```ts
   * const { text } = await ctx.sample({ messages: `Summarize: ${note}`, maxTokens: 200 });
   * ```
   */
  sample(request: SampleRequest, options?: AskOptions): Promise<SampleResult>;
  /**
   * Returns the folders that the client works in. The protocol has deprecated this.
   *
   * @throws MissingCapabilityError when the client does not share its folders
   * @example
   * ```ts
   * for (const { uri } of await ctx.roots()) ctx.log.info(uri);
   * ```
   */
  roots(options?: AskOptions): Promise<readonly Root[]>;
  /**
   * Runs an effect once, even if the method runs again for the answer to a question; later runs get the same value. The
   * value must be JSON. It travels through the client, encrypted, so keep it small.
   *
   * @param key Names the effect; must be unique within the method
   * @example
   * ```ts
   * const order = await ctx.once("order", () => shop.createOrder(items));
   * ```
   */
  once<T>(key: string, effect: () => T | Promise<T>): Promise<T>;
  /**
   * Fetches as the platform's `fetch` does, as a part of this call: it ends when the call is cancelled, times out or has
   * been answered, and passes on the client's trace headers. Requests that may be sent twice are sent again if they fail
   * for a reason that may pass. Hosts that are not public are refused. See docs/guide/outgoing-calls.md.
   *
   * @throws PrivateAddressError when the host, or one that it redirects to, is not public
   * @throws TypeError when the arguments are invalid, or the request fails
   * @example
   * ```ts
   * const response = await ctx.fetch(`https://api.example/cities/${encodeURIComponent(city)}`);
   * if (response.status === 404) throw new ToolError(`There is no city ${city}.`);
   * ```
   */
  fetch(input: string | URL | Request, init?: FetchInit): Promise<Response>;
  /**
   * Makes a page: the items, and a cursor for the next ones. Only this server can read the cursor, and only when the same
   * caller calls the same tool, or reads the same resource, again.
   *
   * @param next Where the next items begin, as JSON of 2,000 characters at most. Nothing or `null` after the last
   * @throws TypeError when `next` is too long
   * @example
   * ```ts
   * async search(text: string, ctx: Context, cursor?: string): Promise<Page<Hit>> {
   *   const from = (await ctx.readCursor<number>(cursor)) ?? 0;
   *   const hits = await find(text, from, from + 20);
   *   return ctx.page(hits, hits.length === 20 ? from + 20 : undefined);
   * }
   * ```
   */
  page<T>(items: readonly T[], next?: unknown): Promise<Page<T>>;
  /**
   * Returns what {@link Context.page} was given as `next`, as JSON: a `Date` comes back as a string. Returns `undefined`
   * without a cursor, so that the method begins with the first item.
   *
   * @param cursor The argument of the call. An empty text counts as none
   * @throws ToolError when the cursor was changed, or is of another tool or caller. It tells the model to begin again
   */
  readCursor<S>(cursor: string | undefined): Promise<S | undefined>;
  /**
   * Closes the client's connection while the work continues, if the client can come back for the answer: over legacy
   * HTTP since 2025-11-25, or as a task if both client and server support tasks. Questions that were asked before are
   * answered by then. Otherwise this does nothing. See docs/guide/tasks.md.
   *
   * @param retryMs Milliseconds after which the client should come back; a task has its own interval.
   *   @default the client decides
   */
  releaseConnection(retryMs?: number): void;
}

/** Options of every question to the client. */
export interface AskOptions {
  /**
   * Identifies the question within the method. Set it if the method asks its questions in a different order each time
   * it runs. @default made from the kind and text of the question, and how often it was asked
   */
  readonly key?: string;
}

/** Options of {@link Context.elicit}. */
export interface ElicitOptions extends AskOptions {
  /** The form as the protocol writes it, for what a type cannot express. @default made from the type argument */
  readonly schema?: JsonSchema;
}

/** How the person responded to a form. */
export type ElicitResult<T> =
  | { readonly action: "accept"; readonly content: T }
  | { readonly action: "decline" }
  | { readonly action: "cancel" };

/** How the person responded to the request to open a page. */
export interface ElicitUrlResult {
  readonly action: "accept" | "decline" | "cancel";
}

/** What the client's model should continue. A string is one user message. */
export interface SampleRequest {
  readonly messages: string | readonly PromptMessage[];
  /** The most tokens to write. */
  readonly maxTokens: number;
  readonly systemPrompt?: string;
  /** 0 to 1. */
  readonly temperature?: number;
  readonly stopSequences?: readonly string[];
  readonly modelPreferences?: {
    readonly hints?: readonly { readonly name?: string }[];
    /** 0 to 1, like the next two. */
    readonly costPriority?: number;
    readonly speedPriority?: number;
    readonly intelligencePriority?: number;
  };
  readonly metadata?: { readonly [key: string]: unknown };
}

/** What the client's model wrote. */
export interface SampleResult {
  readonly role: "user" | "assistant";
  readonly content: ContentBlock | ContentBlock[];
  /** The text of all text blocks, joined. */
  readonly text: string;
  /** The name of the model. */
  readonly model: string;
  readonly stopReason?: string;
}

/** A folder or other location that the client works in. */
export interface Root {
  /** A `file:` URI. */
  readonly uri: string;
  readonly name?: string;
}

/** Changes to a running server. Connected clients are notified. */
export interface ServerControls {
  /** Offers disabled primitives again. @throws TypeError when no primitive has that name */
  enable(...names: readonly string[]): void;
  /**
   * Stops offering primitives: lists leave them out, and calls fail as if they did not exist.
   *
   * @param names Names of tools and prompts; URIs and URI templates of resources
   * @throws TypeError when no primitive has that name
   */
  disable(...names: readonly string[]): void;
  /** Tells the clients that are subscribed to the resource that it has changed. */
  resourceUpdated(uri: string): void;
  /**
   * Tells clients that a list has changed for a reason that only your code knows: the `list` method of a template
   * returns other resources now. For `enable`, `disable` and `dynamic`, they are told without it.
   *
   * @throws TypeError when the server can offer nothing of that kind
   * @example
   * ```ts
   * notes.set(id, text);
   * ctx.server.listChanged("resources");
   * ```
   */
  listChanged(list: "tools" | "resources" | "prompts"): void;
  /**
   * Returns the URIs of this server's resources to which at least one client of this process is subscribed, over
   * whatever transport, so that nothing else needs to be watched.
   */
  watched(): readonly string[];
}
