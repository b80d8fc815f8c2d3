import type { IncomingMessage, ServerResponse } from "node:http";
import { type Awaitable, attempt } from "@plainmcp/core/internal/engine";
import { errorResponse } from "../responses/error-response.js";
import { type Answer, PlainAnswer } from "../stream/answer.js";
import type { EventStream } from "../stream/event-stream.js";
import { onClose } from "./on-close.js";
import { whenWritable } from "./when-writable.js";
import { writeResponse, writeWhole } from "./write-response.js";

/**
 * Makes a function that writes an answer, no faster than the client reads it. If that fails, it writes one that says so.
 *
 * @param onFailed Receives why: the body cannot be read, or the request already has a response
 */
export function createWriter(
  to: ServerResponse<IncomingMessage>,
  onFailed: (error: unknown) => void,
): (answer: Answer) => Awaitable<void> {
  return (answer) =>
    attempt(
      () => writeAnswer(answer, to),
      (error) => {
        onFailed(error);
        return writeFailure(to);
      },
    );
}

/** The response to a request that could not be answered. */
export function failure(message = "Internal error."): PlainAnswer {
  return errorResponse(500, "internal", message);
}

async function writeFailure(to: ServerResponse<IncomingMessage>): Promise<void> {
  try {
    await writeAnswer(failure(), to);
  } catch {
    // It is too late for another response. A complete one must still reach the client.
    if (!to.writableEnded) to.destroy();
  }
}

function writeAnswer(answer: Answer, to: ServerResponse<IncomingMessage>): Awaitable<void> {
  if (!(answer instanceof PlainAnswer)) return writeResponse(answer, to);
  const { body } = answer;
  if (typeof body !== "string") return writeEvents(body, answer, to);
  return to.req.complete ? writeText(body, answer, to) : writeEarly(body, answer, to);
}

function writeText(
  body: string,
  { status, headers, openReader }: PlainAnswer,
  to: ServerResponse<IncomingMessage>,
): void {
  // An answer without content has no length either.
  if (status === 204) to.writeHead(status, headers);
  else to.writeHead(status, withLength(headers, body));
  to.end(body);
  if (openReader !== undefined) awaitReader(body.length, openReader, to);
}

/** Counts an answer until the client has read it. */
function awaitReader(
  length: number,
  openReader: NonNullable<PlainAnswer["openReader"]>,
  to: ServerResponse<IncomingMessage>,
): void {
  // Most answers have left already.
  if (to.writableFinished || to.destroyed || (to.socket?.writableLength ?? 0) === 0) return;
  const reader = openReader(() => to.destroy());
  onClose(to, () => reader.end());
  reader.waits(length);
}

/** Writes an answer to a request that may not be read yet. */
async function writeEarly(body: string, answer: PlainAnswer, to: ServerResponse<IncomingMessage>): Promise<void> {
  // Node has not read the end of any request when it announces it, not even of one without a body.
  await undefined;
  if (to.req.complete) return writeText(body, answer, to);
  to.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers)) to.setHeader(name, value);
  await writeWhole(Buffer.from(body), to);
}

/** Writes an event stream: at once, if it has ended by the next turn of the event loop. */
function writeEvents(stream: EventStream, answer: PlainAnswer, to: ServerResponse<IncomingMessage>): Awaitable<void> {
  const onEnd = (): void => stream.finish(to.writableFinished);
  const stop = onClose(to, onEnd);
  if (to.destroyed) onEnd();
  if (!writeWholeEvents(stream, answer, to)) return writeEventsInTurn(stream, answer, to, stop);
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

/** The headers as Node takes them fastest. It would send a body whose length it does not know in chunks. */
function withLength(headers: PlainAnswer["headers"], body: string): (string | number)[] {
  const fields: (string | number)[] = ["content-length", Buffer.byteLength(body)];
  for (const name in headers) fields.push(name, headers[name] as string);
  return fields;
}

async function writeEventsInTurn(
  stream: EventStream,
  answer: PlainAnswer,
  to: ServerResponse<IncomingMessage>,
  stopListening: () => void,
): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  if (writeWholeEvents(stream, answer, to)) return;
  stream.onDisconnect(() => to.destroy());
  to.writeHead(answer.status, answer.headers);
  to.flushHeaders();
  for (let chunks = await stream.take(); chunks !== undefined; chunks = await stream.take()) {
    // Something else has ended the response, such as middleware with a timeout.
    if (to.writableEnded) return stream.finish(false);
    let isFree = true;
    for (const chunk of chunks) isFree = to.write(chunk);
    if (!isFree) await whenWritable(to);
  }
  stopListening();
  to.end();
}
