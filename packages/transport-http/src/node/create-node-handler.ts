import type { IncomingMessage, ServerResponse } from "node:http";
import type { Caller } from "@plainmcp/core";

import { establishCaller } from "../gates/caller.js";
import type { HttpHandler } from "../handler.js";
import { createReporter } from "../reporter.js";
import { errorResponse } from "../responses/error-response.js";
import { BodyTakenError } from "./take-body.js";
import { toRequest } from "./to-request.js";
import { writeResponse } from "./write-response.js";

/**
 * Answers one request of a Node server. The promise resolves when the response has been written, or the client has gone;
 * it never rejects.
 *
 * @param parsedBody What a body parser has made of the body, such as `req.body`; used when the stream has been read
 */
export type NodeHandler = (
  req: IncomingMessage,
  res: ServerResponse<IncomingMessage>,
  parsedBody?: unknown,
) => Promise<void>;

/** Options of `toNodeHandler`. */
export interface NodeHandlerOptions {
  /**
   * Says who makes a request, from what your server has checked before, such as `(req) => req.user && { subject: req.user.id }`.
   * It counts before the option of the same name of `createHttpHandler`.
   * @default nobody is identified here
   */
  readonly caller?: (req: IncomingMessage) => Caller | undefined | Promise<Caller | undefined>;
  /** Is told what goes wrong between Node and the handler. @default writes it to stderr */
  readonly onError?: (error: Error) => void;
}

/** Makes a function for Node's `(req, res)` of a handler. */
export function createNodeHandler(handler: Pick<HttpHandler, "fetch">, options: NodeHandlerOptions = {}): NodeHandler {
  const { report, notice } = createReporter(options.onError);
  return async (req, res, parsedBody) => {
    try {
      await answer(handler, req, res, parsedBody, options.caller);
    } catch (error) {
      if (error instanceof BodyTakenError) notice(error.message);
      else report(error as Error);
      await fail(res, error);
    }
  };
}

async function answer(
  handler: Pick<HttpHandler, "fetch">,
  from: IncomingMessage,
  to: ServerResponse<IncomingMessage>,
  parsedBody: unknown,
  callerOf: NodeHandlerOptions["caller"],
): Promise<void> {
  const gone = new AbortController();
  const onClose = (): void => {
    if (!to.writableFinished) gone.abort();
  };
  to.once("close", onClose);
  // What ran before us may have taken longer than the client stayed.
  if (to.destroyed) onClose();
  const request = toRequest(from, gone.signal, parsedBody);
  const caller = request && (await callerOf?.(from));
  if (request && caller) establishCaller(request, caller);
  const response = request === undefined ? badRequest() : await handler.fetch(request);
  await writeResponse(response, to);
}

function badRequest(): Response {
  return errorResponse(400, "invalid-request", "Bad request: the request line or the Host header is not valid.");
}

async function fail(to: ServerResponse<IncomingMessage>, error: unknown): Promise<void> {
  const taken = error instanceof BodyTakenError;
  const message = taken ? "The server could not read the body of the request. Its log says why." : "Internal error.";
  try {
    await writeResponse(errorResponse(500, "internal", message), to);
  } catch {
    // Too late for another answer. One that is complete still has to reach the client.
    if (!to.writableEnded) to.destroy();
  }
}
