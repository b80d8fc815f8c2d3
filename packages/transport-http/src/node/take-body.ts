import type { IncomingMessage } from "node:http";
import { toBodyStream } from "./to-body-stream.js";

/** Thrown when the body of a request was already read and nobody passed the result on. */
export class BodyTakenError extends Error {
  override readonly name = "BodyTakenError";

  constructor() {
    super(
      "Could not read the body of a request, because something else has already read it. Pass the parsed body as the third " +
        "argument, such as node(req, res, req.body), or do not run a body parser before this handler.",
    );
  }
}

/** A body for a web request. */
export interface TakenBody {
  readonly init: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | string;
  /** Whether these are the bytes that the client sent, so that headers such as `content-length` apply. */
  readonly original: boolean;
}

/**
 * The body of a request: its stream, or if that was already read, the parsed body.
 *
 * @param parsedBody Takes precedence over the property `body`, where body parsers put their result
 * @throws BodyTakenError when the stream was read and there is no parsed body
 */
export function takeBody(request: IncomingMessage, parsedBody: unknown): TakenBody {
  const read = takeReadBody(request, parsedBody);
  return read === undefined ? { init: toBodyStream(request), original: true } : { init: read, original: false };
}

/**
 * The parsed body of a request whose stream was already read. Returns `undefined` if it was not.
 *
 * @throws BodyTakenError when the stream was read and there is no parsed body
 */
export function takeReadBody(
  request: IncomingMessage & { readonly body?: unknown },
  parsedBody: unknown,
): Uint8Array<ArrayBuffer> | string | undefined {
  if (!request.readableDidRead && !request.readableEnded) return undefined;
  // Express passes `next` in the place of the parsed body.
  const parsed = [parsedBody, request.body].find((body) => body !== undefined && typeof body !== "function");
  if (parsed !== undefined) return serialize(parsed);
  // The stream of an empty body can end without a read.
  if (!request.readableDidRead) return "";
  throw new BodyTakenError();
}

/** Text and bytes are still JSON; parsed values become JSON again. */
function serialize(body: unknown): Uint8Array<ArrayBuffer> | string {
  if (typeof body === "string") return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}
