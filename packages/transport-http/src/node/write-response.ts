import type { IncomingMessage, ServerResponse } from "node:http";
import type { Awaitable } from "@plainmcp/core/internal/engine";
import { type Answer, PlainAnswer } from "../stream/answer.js";
import type { EventStream } from "../stream/event-stream.js";
import { isStream } from "../stream/is-stream.js";
import { discardBody } from "./discard-body.js";

// Node sets these headers itself.
const CONNECTION_HEADERS = new Set(["connection", "keep-alive", "transfer-encoding"]);

/**
 * Writes an answer, no faster than the client reads it.
 *
 * @throws Error when its body cannot be read, or when the request already has a response
 */
export function writeAnswer(answer: Answer, to: ServerResponse<IncomingMessage>): Awaitable<void> {
  if (!(answer instanceof PlainAnswer)) return writeResponse(answer, to);
  const { body, status, headers } = answer;
  if (typeof body !== "string") return writeEvents(body, answer, to);
  if (!to.req.complete) {
    to.statusCode = status;
    for (const [name, value] of Object.entries(headers)) to.setHeader(name, value);
    return writeWhole(Buffer.from(body), to);
  }
  to.writeHead(status, withLength(headers, body));
  to.end(body);
}

/** Writes an event stream: at once, if it has ended by the next turn of the event loop. */
function writeEvents(stream: EventStream, answer: PlainAnswer, to: ServerResponse<IncomingMessage>): Awaitable<void> {
  const onClose = (): void => stream.finish(to.writableFinished);
  to.once("close", onClose);
  if (to.destroyed) onClose();
  if (!writeWholeEvents(stream, answer, to)) return writeEventsInTurn(stream, answer, to, onClose);
}

/** Writes an event stream that has already ended. Returns whether it has. */
function writeWholeEvents(
  stream: EventStream,
  { status, headers }: PlainAnswer,
  to: ServerResponse<IncomingMessage>,
): boolean {
  const whole = stream.takeWhole();
  if (whole === undefined) return false;
  to.writeHead(status, withLength(headers, whole));
  to.end(whole);
  return true;
}

/** Node would send a body whose length it does not know in chunks. */
function withLength(headers: PlainAnswer["headers"], body: string): Record<string, string | number> {
  const all: Record<string, string | number> = { "content-length": Buffer.byteLength(body) };
  for (const name in headers) all[name] = headers[name] as string;
  return all;
}

async function writeEventsInTurn(
  stream: EventStream,
  answer: PlainAnswer,
  to: ServerResponse<IncomingMessage>,
  onClose: () => void,
): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  if (writeWholeEvents(stream, answer, to)) return;
  to.writeHead(answer.status, answer.headers);
  to.flushHeaders();
  for (let chunks = await stream.take(); chunks !== undefined; chunks = await stream.take()) {
    // Something else has ended the response, such as middleware with a timeout.
    if (to.writableEnded) return stream.finish(false);
    let isFree = true;
    for (const chunk of chunks) isFree = to.write(chunk);
    if (!isFree) await writable(to);
  }
  to.off("close", onClose).end();
}

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

async function writeWhole(body: Uint8Array, to: ServerResponse<IncomingMessage>): Promise<void> {
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
  const onClose = (): void => void reader.cancel().catch(() => undefined);
  to.once("close", onClose);
  if (to.destroyed) onClose();
  to.flushHeaders();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    // Something else has ended the response, such as middleware with a timeout.
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
