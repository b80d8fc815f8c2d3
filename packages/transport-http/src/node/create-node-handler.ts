import type { IncomingMessage, ServerResponse } from "node:http";
import type { Caller } from "@plainmcp/core";
import { type Awaitable, attempt, type Reporter } from "@plainmcp/core/internal/engine";
import { establishCaller } from "../gates/caller.js";
import { answerExchangeOf, type HttpHandler } from "../handler.js";
import { errorResponse } from "../responses/error-response.js";
import type { Answer, PlainAnswer } from "../stream/answer.js";
import { NodeExchange, type NodeRequest } from "./node-exchange.js";
import { onClose } from "./on-close.js";
import { BodyTakenError } from "./take-body.js";
import { toRequest } from "./to-request.js";
import { createWriter, failure } from "./write-answer.js";

/**
 * Answers one request of a Node server. The promise resolves when the response has been written or the client has
 * disconnected; it never rejects.
 *
 * @param parsedBody The body as parsed by a body parser, such as `req.body`. It is used if the stream was already read
 * @example
 * ```ts
 * const node: NodeHandler = toNodeHandler(createHttpHandler(Weather));
 * http.createServer((req, res) => node(req, res)).listen(3000);
 * ```
 */
export type NodeHandler = (
  req: IncomingMessage,
  res: ServerResponse<IncomingMessage>,
  parsedBody?: unknown,
) => Promise<void>;

/** Options of `toNodeHandler`. */
export interface NodeHandlerOptions {
  /**
   * Returns who makes a request, as your server has already verified it, such as
   * `(req) => req.user && { subject: req.user.id }`. It takes precedence over the option `caller` of `createHttpHandler`.
   * @default callers stay unknown here
   */
  readonly caller?: (req: IncomingMessage) => Caller | undefined | Promise<Caller | undefined>;
  /** Receives errors that occur between Node and the handler. @default writes them to stderr, and counts repeated ones */
  readonly onError?: (error: Error) => void;
}

/** A {@link NodeHandler} that makes no promise for what is answered in the turn in which the request was read. */
export type NodeAnswering = (...request: Parameters<NodeHandler>) => Awaitable<void>;

/** Converts a handler into a function for Node's `(req, res)`. */
export function createNodeHandler(
  handler: Pick<HttpHandler, "fetch">,
  { caller, reporter }: Pick<NodeHandlerOptions, "caller"> & { readonly reporter: Reporter },
): NodeAnswering {
  const complain = (error: unknown): void => {
    if (error instanceof BodyTakenError) reporter.notice(error.message);
    else reporter.report(error);
  };
  return (req, res, parsedBody) => {
    return attempt(
      () => answer(handler, { from: req, to: res, parsedBody, callerOf: caller }),
      (error) => {
        complain(error);
        return failure(error instanceof BodyTakenError ? TAKEN : undefined);
      },
      createWriter(res, complain),
    );
  };
}

/** Answers without a web `Request` and `Response`, if the handler is one of ours. */
function answer(handler: Pick<HttpHandler, "fetch">, request: NodeRequest): Awaitable<Answer> {
  const answerExchange = answerExchangeOf(handler);
  // If something else reads the body already, every chunk must be kept from now on.
  if (answerExchange === undefined || request.from.readableFlowing === true) return answerByWeb(handler, request);
  const exchange = NodeExchange.of(request);
  return exchange === undefined ? badRequest() : answerExchange(exchange);
}

function answerByWeb(handler: Pick<HttpHandler, "fetch">, request: NodeRequest): Awaitable<Answer> {
  const { from, to, parsedBody, callerOf } = request;
  const gone = new AbortController();
  const onEnd = (): void => {
    if (!to.writableFinished) gone.abort();
  };
  onClose(to, onEnd);
  // The client may have disconnected while other middleware ran.
  if (to.destroyed) onEnd();
  const web = toRequest(from, gone.signal, parsedBody);
  if (web === undefined) return badRequest();
  if (callerOf) establishCaller(web, () => callerOf(from));
  return handler.fetch(web);
}

function badRequest(): PlainAnswer {
  return errorResponse(400, "invalid-request", "Bad request: the request line or the Host header is not valid.");
}

const TAKEN = "The server could not read the body of the request. Its log says why.";
