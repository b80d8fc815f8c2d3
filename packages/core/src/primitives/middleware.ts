import type { Context } from "../context.js";
import type { FaultKind } from "../revisions/error-codes.js";

/**
 * Wraps every call of a server: of tools, resources, prompts and completions. What it returns is the call's outcome, so
 * that it can replace the one that `next` gives, or answer without calling `next`.
 *
 * It runs once for each call, after the arguments were checked. A question to the client does not end the call: `next`
 * resolves when the method has its answers and is done.
 *
 * @throws ToolError for what the client may read; any other error is masked
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
  /** The name of a tool or prompt; the URI of a resource; of a completion, the name of the prompt or the URI template. */
  readonly name: string;
  /** The arguments as the method gets them. Of a completion, its `argument` and `context` as the client sent them. */
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Of the request that the call is at: a modern client answers a question with another one than it was asked by. */
  readonly context: MiddlewareContext;
}

/** What a middleware may ask of the request. Questions to the client are for the method. */
export type MiddlewareContext = Pick<
  Context,
  "signal" | "requestId" | "era" | "client" | "auth" | "meta" | "log" | "server" | "progress"
>;

export type CallKind = "tool" | "resource" | "prompt" | "completion";

/** What a call came to. */
export type Outcome = CompletedCall | FailedCall;

/** The method returned. */
export interface CompletedCall {
  readonly status: "completed";
  /**
   * The result as the newest revision of the protocol writes it: `{ content, structuredContent?, isError? }` of a tool,
   * `{ contents }` of a resource, `{ messages, description? }` of a prompt, `{ completion }` of a completion.
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
  /** What the client is told. */
  readonly message: string;
  /** What the method threw, if it did. No client sees it. */
  readonly error?: unknown;
  /** What the client needs to know beside the message, such as `{ uri }` of a resource that was not found. */
  readonly data?: { readonly [field: string]: unknown };
}
