import type { IncomingMessage } from "node:http";
import type { Readable, Transform } from "node:stream";
import { describeRequest, type OutgoingRequest } from "../outgoing-request.js";
import type { NodeModules } from "./load-node.js";

/** Nobody encodes a body more often, except to fill the memory with decoders. */
const MAX_ENCODINGS = 5;

const NO_BODY: ReadonlySet<number> = new Set([101, 103, 204, 205, 304]);

/**
 * Makes the platform's `Response` of a message.
 *
 * @param request What it answers
 * @param signal The reason why reading the body fails once it is aborted
 * @throws Error when the message cannot be one, for example because of its status
 */
export function toResponse(
  message: IncomingMessage,
  request: OutgoingRequest,
  signal: AbortSignal,
  node: NodeModules,
): Response {
  const { statusCode: status = 0, statusMessage: statusText = "", rawHeaders } = message;
  if (status < 200 || status > 599) throw new Error(`it was answered with the status ${status}`);
  const headers = new Headers();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] as string, rawHeaders[index + 1] as string);
  }
  // Without a listener, an error of a body that nobody reads would end the process.
  message.on("error", ignore);
  if (request.method === "HEAD" || NO_BODY.has(status)) {
    message.resume();
    return new Response(null, { status, statusText, headers });
  }
  const toError = (cause: unknown): unknown => {
    if (signal.aborted) return signal.reason;
    const why = cause instanceof Error ? cause.message : String(cause);
    return new TypeError(`ctx.fetch: the body of ${describeRequest(request)} cannot be read: ${why}`, { cause });
  };
  return new Response(toBody(message, decode(message, headers, node), toError), { status, statusText, headers });
}

/** Reads only on demand, so that a server cannot fill the memory. */
function toBody(
  message: IncomingMessage,
  decoded: Readable,
  toError: (cause: unknown) => unknown,
): ReadableStream<Uint8Array> {
  const chunks = decoded[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await chunks.next();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (cause) {
          controller.error(toError(cause));
        }
      },
      cancel: () => void message.destroy(),
    },
    { highWaterMark: 0 },
  );
}

function decode(message: IncomingMessage, headers: Headers, { stream, zlib }: NodeModules): Readable {
  const names = (headers.get("content-encoding") ?? "").toLowerCase().split(",");
  if (names.length > MAX_ENCODINGS) throw new Error(`the body is encoded ${names.length} times`);
  const decoders = names.reverse().map((name) => createDecoder(name.trim(), zlib));
  if (!decoders.every((decoder) => decoder !== undefined)) return message;
  const last = stream.pipeline([message, ...decoders], ignore) as unknown as Readable;
  return last.on("error", ignore);
}

/** Decoders that give what they have at once, so that events in a compressed stream are not held back. */
function createDecoder(name: string, zlib: NodeModules["zlib"]): Transform | undefined {
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;
  if (name === "br") {
    return zlib.createBrotliDecompress({ flush: BROTLI_OPERATION_FLUSH, finishFlush: BROTLI_OPERATION_FLUSH });
  }
  const isZlib = name === "gzip" || name === "x-gzip" || name === "deflate";
  return isZlib ? zlib.createUnzip({ flush: Z_SYNC_FLUSH, finishFlush: Z_SYNC_FLUSH }) : undefined;
}

function ignore(): void {
  // Whoever reads the body gets the error.
}
