import type { Normalizer } from "./normalize.js";
import type { OpenAnswer } from "./open-answer.js";
import type { Sent } from "./sent.js";

/** Headers that are about the connection, and not about the answer. */
const OF_THE_CONNECTION: ReadonlySet<string> = new Set([
  "date",
  "connection",
  "keep-alive",
  "transfer-encoding",
  "content-length",
]);

/** What a client can tell of the answer to what it has said. */
export function transcriptOf(answer: OpenAnswer, { text: said }: Sent, normalizer: Normalizer): object {
  const { status, headers, text, isOver } = answer;
  const inOrder = said.trim().startsWith("[") ? inAnyOrder : (messages: unknown[]) => messages;
  if (answer.isOfLines) return { isOver, ...linesOf(text, normalizer, inOrder) };
  const told = Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.has(name));
  const isStream = headers["content-type"]?.startsWith("text/event-stream") ?? false;
  return {
    status,
    isOver,
    headers: normalizer.value(Object.fromEntries(told)),
    ...(isStream ? { events: inOrder(withoutMiddle(eventsOf(text, normalizer))) } : { body: bodyOf(text, normalizer) }),
  };
}

/**
 * The lines that a server has written. Notifications of changes belong to no request, so that the protocol does not say if
 * they come before or after the answer to the call that has changed something.
 */
function linesOf(text: string, normalizer: Normalizer, inOrder: (messages: unknown[]) => unknown[]): object {
  const lines = text.split("\n").filter((line) => line !== "");
  const messages = lines.map((line) => bodyOf(line, normalizer) as { readonly method?: string });
  const isOfChange = ({ method = "" }: { readonly method?: string }): boolean => CHANGE.test(method);
  const rest = messages.filter((one) => !isOfChange(one));
  return {
    messages: rest.map((one) => (Array.isArray(one) ? inOrder(one) : one)),
    changes: messages.filter(isOfChange),
  };
}

const CHANGE = /^notifications\/(?:resources\/updated|.*list_changed|tasks)$/;

/**
 * Messages without the progress between the first and the last: the clock decides how much of it is sent.
 *
 * @param messages Lines, or events that contain them
 */
function withoutMiddle<T>(messages: readonly T[]): T[] {
  const isProgress = (message: T | undefined): boolean => JSON.stringify(message)?.includes(PROGRESS) ?? false;
  return messages.filter(
    (message, index) => !(isProgress(message) && isProgress(messages[index - 1]) && isProgress(messages[index + 1])),
  );
}

const PROGRESS = '"notifications/progress"';

/** The answers to a batch: JSON-RPC does not say in which order they come. */
function inAnyOrder(messages: unknown[]): unknown[] {
  return messages.map((one) => JSON.stringify(one)).sort();
}

/** The events of a stream. Comments keep a connection alive, and mean nothing. */
function eventsOf(text: string, normalizer: Normalizer): unknown[] {
  const blocks = text.split("\n\n").filter((block) => block !== "" && !block.startsWith(":"));
  return blocks.map((block) =>
    block.split("\n").map((line) => {
      const [field, value = ""] = line.split(/:\s?(.*)/s, 2);
      return [field, bodyOf(value, normalizer)];
    }),
  );
}

/** A body as JSON, if it is JSON. */
function bodyOf(text: string, normalizer: Normalizer): unknown {
  try {
    return normalizer.value(JSON.parse(text));
  } catch {
    return normalizer.text(text);
  }
}
