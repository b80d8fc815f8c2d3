import type { IncomingMessage, ServerResponse } from "node:http";
import { isStream } from "../stream/is-stream.js";
import { discardBody } from "./discard-body.js";
import { onClose } from "./on-close.js";
import { whenWritable } from "./when-writable.js";

// Node sets these headers itself.
const CONNECTION_HEADERS = new Set(["connection", "keep-alive", "transfer-encoding"]);

/**
 * Writes a web response, no faster than the client reads it.
 *
 * @throws Error when its body cannot be read, or when the request already has a response
 */
export async function writeResponse(response: Response, to: ServerResponse<IncomingMessage>): Promise<void> {
  const whole = isStream(response) ? undefined : new Uint8Array(await response.arrayBuffer());
  try {
    writeHead(response, to);
  } catch (error) {
    response.body?.cancel().catch(() => undefined);
    throw error;
  }
  if (whole === undefined) await writeStream(response, to);
  else await writeWhole(whole, to);
}

function writeHead({ status, headers }: Response, to: ServerResponse): void {
  to.statusCode = status;
  for (const [name, value] of headers) if (!CONNECTION_HEADERS.has(name)) to.setHeader(name, value);
}

/** Writes a whole body, even if the client is still sending its request. */
export async function writeWhole(body: Uint8Array, to: ServerResponse<IncomingMessage>): Promise<void> {
  if (to.req.complete) return void to.end(body);
  // If a connection is closed while part of the request is unread, the system resets it, and the client may never see the
  // response. So the whole response is sent first, and then the client gets time to stop sending.
  to.setHeader("connection", "close");
  to.setHeader("content-length", body.byteLength);
  to.write(body);
  await discardBody(to.req);
  to.end();
}

async function writeStream({ body }: Response, to: ServerResponse<IncomingMessage>): Promise<void> {
  if (body === null) return void to.end();
  const reader = body.getReader();
  const onEnd = (): void => void reader.cancel().catch(() => undefined);
  const stop = onClose(to, onEnd);
  if (to.destroyed) onEnd();
  to.flushHeaders();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    // Something else has ended the response, such as middleware with a timeout.
    if (to.writableEnded) return onEnd();
    if (!to.write(next.value)) await whenWritable(to);
  }
  stop();
  to.end();
}
