import type { RequestHead } from "../exchange.js";
import { textOf, toJson } from "../sdk/to-json.js";
import type { Answer } from "../stream/answer.js";
import { EventStream } from "../stream/event-stream.js";
import { isEventStream } from "../stream/is-stream.js";
import type { KeepAlive } from "../stream/keep-alive.js";
import { lateJson } from "../stream/late-json.js";
import { readAccept } from "../stream/read-accept.js";

/** A request whose answer may take long. */
export interface PendingAnswer {
  readonly request: RequestHead;
  readonly body: unknown;
  /** The SDK's response. It arrives only when the answer is ready, and never rejects. */
  readonly answer: Promise<Response>;
  /** Cancels the request. */
  abandon(): void;
}

/**
 * The response to a modern request. If the answer takes longer than a connection may be silent, the response begins before
 * it: as an event stream, or as JSON after white space for clients that do not accept event streams. Its status is then 200,
 * even if the body turns out to be an error.
 */
export async function answerInTime(pending: PendingAnswer, keepAlive: KeepAlive): Promise<Answer> {
  const takesEvents = readAccept(pending.request).events;
  const answer = takesEvents ? pending.answer : pending.answer.then((response) => toJson(response, pending.body));
  const quiet = keepAlive.pause();
  const response = await Promise.race([answer, quiet.over]);
  quiet.end();
  if (response !== undefined) return isEventStream(response) ? keptAlive(response, keepAlive) : response;
  if (takesEvents) return lateEvents(pending, keepAlive);
  return lateJson(
    answer.then((response) => textOf(response, pending.body)),
    keepAlive,
    pending.abandon,
  );
}

/** An event stream with keep-alive comments. */
function keptAlive(response: Response, keepAlive: KeepAlive): Answer {
  if (response.body === null || !isEventStream(response)) return response;
  const reader = response.body.getReader();
  const stream = new EventStream(keepAlive, (isRead) => {
    if (!isRead) void reader.cancel().catch(() => undefined);
  });
  void pump(reader, stream);
  return stream.toAnswer();
}

function lateEvents({ body, answer, abandon }: PendingAnswer, keepAlive: KeepAlive): Answer {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const stream = new EventStream(keepAlive, (isRead) => {
    if (isRead) return;
    if (reader === undefined) abandon();
    else void reader.cancel().catch(() => undefined);
  });
  stream.keepAlive();
  void answer.then(async (response) => {
    if (response.body !== null && isEventStream(response)) {
      reader = response.body.getReader();
      await pump(reader, stream);
    } else {
      stream.writeText(`event: message\ndata: ${await textOf(response, body)}\n\n`);
      stream.end();
    }
  });
  return stream.toAnswer();
}

async function pump(from: ReadableStreamDefaultReader<Uint8Array>, to: EventStream): Promise<void> {
  try {
    for (let next = await from.read(); !next.done; next = await from.read()) to.writeEvents(next.value);
  } catch {
    // The source of the stream has reported the error. What was sent so far stays.
  }
  to.end();
}
