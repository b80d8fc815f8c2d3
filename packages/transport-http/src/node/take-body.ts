import type { IncomingMessage } from "node:http";
import { toBodyStream } from "./to-body-stream.js";

/** Thrown when the body of a request has been read and nothing of it was passed on. */
export class BodyTakenError extends Error {
  override readonly name = "BodyTakenError";

  constructor() {
    super(
      "Could not read the body of a request: something else has read it before. Pass the parsed body as the third " +
        "argument, such as node(req, res, req.body), or run no body parser before.",
    );
  }
}

/** A body for a web request. */
export interface TakenBody {
  readonly init: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | string;
  /** Whether it is as the client sent it, so that the headers that describe it apply. */
  readonly original: boolean;
}

/**
 * The body of a request: its stream, or when that has been read, what a body parser has made of it.
 *
 * @param parsedBody Asked before the property `body`, where parsers leave what they made
 * @throws BodyTakenError when there is nothing
 */
export function takeBody(request: IncomingMessage & { readonly body?: unknown }, parsedBody: unknown): TakenBody {
  if (!request.readableDidRead && !request.readableEnded) return { init: toBodyStream(request), original: true };
  // Express passes `next` where the parsed body would be.
  const parsed = [parsedBody, request.body].find((body) => body !== undefined && typeof body !== "function");
  if (parsed !== undefined) return { init: serialize(parsed), original: false };
  // An empty body can be read without a trace of it.
  if (!request.readableDidRead) return { init: "", original: false };
  throw new BodyTakenError();
}

/** Parsers of text and of bytes have left the JSON as it was. */
function serialize(body: unknown): Uint8Array<ArrayBuffer> | string {
  if (typeof body === "string") return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}
