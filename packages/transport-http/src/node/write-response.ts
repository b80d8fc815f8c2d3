import type { IncomingMessage, ServerResponse } from "node:http";
import { isStream } from "../stream/is-stream.js";
import { discardBody } from "./discard-body.js";

// These belong to the connection, which Node manages.
const CONNECTION_HEADERS = new Set(["connection", "keep-alive", "transfer-encoding"]);

/**
 * Writes a web response, no faster than the client reads it.
 *
 * @throws Error when its body cannot be read, or somebody else has answered
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

async function writeWhole(body: Uint8Array, to: ServerResponse<IncomingMessage>): Promise<void> {
  if (to.req.complete) return void to.end(body);
  // Closing with a part of the request unread makes the system reset the connection, and the client may never see the
  // answer. So it gets all of it first, and then the time to stop sending.
  to.setHeader("connection", "close");
  to.setHeader("content-length", body.byteLength);
  to.write(body);
  await discardBody(to.req);
  to.end();
}

async function writeStream({ body }: Response, to: ServerResponse<IncomingMessage>): Promise<void> {
  if (body === null) return void to.end();
  const reader = body.getReader();
  const onClose = (): void => void reader.cancel().catch(() => undefined);
  to.once("close", onClose);
  if (to.destroyed) onClose();
  to.flushHeaders();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    // Somebody else has ended the response, such as a middleware that limits its time.
    if (to.writableEnded) return onClose();
    if (!to.write(next.value)) await writable(to);
  }
  to.off("close", onClose).end();
}

function writable(to: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      to.off("drain", done).off("close", done);
      resolve();
    };
    to.on("drain", done).on("close", done);
    if (to.destroyed) done();
  });
}
