/** What the client said of itself. */
export interface ClientInfo {
  /** Name and version, if it told them. */
  readonly name?: string;
  readonly version?: string;
  /** Its capabilities as the protocol writes them, for example `{ "elicitation": {} }`. */
  readonly capabilities: { readonly [capability: string]: unknown };
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
  /** Aborted when the client cancels the request or goes away. */
  readonly signal: AbortSignal;
  /** Id of the request, as the client chose it. */
  readonly requestId: string | number;
  /** `"modern"` for 2026-07-28 and later, `"legacy"` for the revisions that begin with `initialize`. */
  readonly era: "modern" | "legacy";
  /** Who is asking, and what it can do. */
  readonly client: ClientInfo;
  /** Log messages to the client. What only the operator should see belongs on `console`. */
  readonly log: ContextLog;
  /**
   * Tells the client how far the work is. Values that do not increase are dropped; without a listener, nothing is sent.
   *
   * @param value Work done so far, in any unit
   * @param total Work there is, in the same unit, if known
   * @param message One line for a person to read
   */
  progress(value: number, total?: number, message?: string): void;
}
