import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { type Awaitable, Later } from "@plainmcp/core/internal/engine";
import { BodyGivenUpError, BodyTooLargeError } from "../gates/read-body.js";
import type { CountedExchange } from "../limits/counted-exchange.js";

/**
 * Reads the body of a request as UTF-8. If it is too large, the rest stays unread and the connection intact, so that a
 * refusal can still be sent.
 *
 * @param counted Counts a body that does not arrive at once
 * @throws BodyTooLargeError
 * @throws TypeError when the bytes are not UTF-8
 */
export function readText(
  request: IncomingMessage,
  maxBytes: number,
  counted?: Pick<CountedExchange, "load">,
): Awaitable<string> {
  const text = new Later<string>();
  const chunks: Buffer[] = [];
  let bytes = 0;
  const declared = Number(request.headers["content-length"] ?? Number.POSITIVE_INFINITY);
  // The listeners stay where they are, because the request is about to be over.
  let isDone = false;
  const stop = (error: Error): void => {
    if (isDone) return;
    isDone = true;
    chunks.length = 0;
    request.off("data", onData);
    request.pause();
    text.reject(error);
  };
  const onData = (data: Buffer | string): void => {
    const chunk = typeof data === "string" ? Buffer.from(data, request.readableEncoding ?? "utf8") : data;
    bytes += chunk.length;
    if (bytes > maxBytes) stop(new BodyTooLargeError(maxBytes));
    else {
      chunks.push(chunk);
      if (bytes < declared) count();
    }
  };
  const count = (): void => {
    try {
      counted?.load?.receive(bytes, () => stop(new BodyGivenUpError()));
    } catch (error) {
      stop(error as Error);
    }
  };
  const onEnd = (): void => {
    if (isDone) return;
    isDone = true;
    let read: string;
    try {
      read = toText(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks));
    } catch (error) {
      text.reject(error);
      return;
    } finally {
      // A session may keep its first request, and with it the listeners.
      chunks.length = 0;
    }
    text.resolve(read);
  };
  const onGone = (): void => {
    if (!isDone) stop(new TypeError("The client disconnected before its request was complete."));
  };
  if (declared > maxBytes && declared !== Number.POSITIVE_INFINITY) text.reject(new BodyTooLargeError(maxBytes));
  else if (request.destroyed) onGone();
  else request.on("data", onData).on("end", onEnd).on("close", onGone);
  // All that is done with it is to wait, which looks the same.
  return text as unknown as Awaitable<string>;
}

/** Decodes UTF-8. @throws TypeError when the bytes are not UTF-8 */
export function toText(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw new TypeError("The body is not UTF-8.");
  const body = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = body.toString();
  return text.startsWith(MARK) ? text.slice(MARK.length) : text;
}

/** A byte order mark, which is not part of the text. */
const MARK = "\uFEFF";
