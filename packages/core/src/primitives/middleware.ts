import type { Context } from "../context.js";
import type { FaultKind } from "../revisions/error-codes.js";

/**
 * Wraps every call of a server: tools, resources, prompts and completions. Its return value becomes the call's outcome,
 * so it can replace the outcome of `next`, or answer without calling `next`.
 *
 * It runs once for each call, after the arguments are checked. A question to the client does not end the call: `next`
 * resolves when the method has its answers and has finished.
 *
 * @throws ToolError with a message that the client may read; any other error is masked
 * @example
 * ```ts
 * const timed: Middleware = async (call, next) => {
 *   const start = performance.now();
 *   const outcome = await next();
 *   console.error(`${call.kind} ${call.name}: ${outcome.status} in ${performance.now() - start} ms`);
 *   return outcome;
 * };
 * defineServer(Weather, { use: [timed] });
 * ```
 */
export type Middleware = (call: MiddlewareCall, next: () => Promise<Outcome>) => Promise<Outcome>;

/** A call, as a {@link Middleware} sees it. */
export interface MiddlewareCall {
  readonly kind: CallKind;
  /**
   * The name of the tool or prompt, or the URI of the resource. For a completion, the prompt's name or the URI
   * template.
   */
  readonly name: string;
  /** The arguments that the method gets. For a completion, `argument` and `context` as the client sent them. */
  readonly arguments: Readonly<Record<string, unknown>>;
  /** The context of the current request: a modern client sends its answers to questions in a new one. */
  readonly context: MiddlewareContext;
}

/** The part of {@link Context} that middleware may use. Only the method can ask the client. */
export type MiddlewareContext = Pick<
  Context,
  "signal" | "requestId" | "era" | "client" | "auth" | "session" | "meta" | "log" | "server" | "progress"
>;

/** What a call is for. */
export type CallKind = "tool" | "resource" | "prompt" | "completion";

/** The outcome of a call. */
export type Outcome = CompletedCall | FailedCall;

/** The method returned. */
export interface CompletedCall {
  readonly status: "completed";
  /**
   * The result in the form of the newest protocol revision: `{ content, structuredContent?, isError? }` for a tool,
   * `{ contents }` for a resource, `{ messages, description? }` for a prompt, `{ completion }` for a completion.
   */
  readonly result: { readonly [field: string]: unknown };
}

/** The call was refused, or the method failed. */
export interface FailedCall {
  readonly status: "failed";
  readonly fault: Fault;
}

/** Why a call has no result. */
export interface Fault {
  readonly kind: FaultKind;
  /** The code of the JSON-RPC error, if the kind is `"protocol"`; see `ProtocolError`. Other kinds have their own. */
  readonly code?: number;
  /** The message for the client. */
  readonly message: string;
  /** What the method threw, if it threw. Clients never see it. */
  readonly error?: unknown;
  /** Data for the client beside the message, such as `{ uri }` for a resource that was not found. */
  readonly data?: unknown;
}
