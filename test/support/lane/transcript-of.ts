import { VERSION } from "../modern-message.js";
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

/** Headers that an event stream has and JSON has not, or differently. */
const OF_THE_FORM: ReadonlySet<string> = new Set(["content-type", "cache-control", "x-accel-buffering"]);

/** What a client can tell of the answer to what it has said. */
export function transcriptOf(answer: OpenAnswer, { text: said }: Sent, normalizer: Normalizer): object {
  const { status, headers, text, isOver } = answer;
  const comparable = (messages: readonly unknown[]): readonly unknown[] => {
    const kept = withFirstProgress(messages);
    return said.trim().startsWith("[") ? inAnyOrder(kept) : kept;
  };
  if (answer.isOfLines) {
    const { messages, changes } = linesOf(text, normalizer);
    const lines = messages.map((one) => (Array.isArray(one) ? inAnyOrder(one) : one));
    return { isOver, messages: comparable(lines), changes };
  }
  const told = Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.has(name));
  const isStream = headers["content-type"]?.startsWith("text/event-stream") ?? false;
  const head = { status, isOver, headers: normalizer.value(Object.fromEntries(told)) };
  const sole = said.includes(VERSION) ? undefined : soleAnswer(isStream, answer, normalizer);
  if (sole !== undefined) {
    const rest = told.filter(([name]) => !OF_THE_FORM.has(name));
    return { ...head, headers: normalizer.value(Object.fromEntries(rest)), answer: sole };
  }
  if (isStream) return { ...head, events: comparable(eventsOf(text, normalizer)) };
  return { ...head, body: bodyOf(text, normalizer) };
}

/**
 * The answer of a response that consists of nothing else. Legacy clients get it as JSON if it comes soon, and as an event
 * stream if not: the clock decides.
 */
function soleAnswer(isStream: boolean, { isOver, status, text }: OpenAnswer, normalizer: Normalizer): unknown {
  if (!isOver || status !== 200) return undefined;
  const texts = isStream ? [...text.matchAll(/^data: ([^\n]+)$/gm)].map(([, data = ""]) => data) : [text];
  const messages = texts.map((one) => bodyOf(one, normalizer) as { readonly method?: string });
  return messages.length === 1 && messages[0]?.method === undefined ? messages[0] : undefined;
}

/**
 * The lines that a server has written. Notifications of changes belong to no request, so that the protocol does not say if
 * they come before or after the answer to the call that has changed something.
 */
function linesOf(text: string, normalizer: Normalizer): { messages: readonly unknown[]; changes: readonly unknown[] } {
  const lines = text.split("\n").filter((line) => line !== "");
  const messages = lines.map((line) => bodyOf(line, normalizer) as { readonly method?: string });
  const isOfChange = ({ method = "" }: { readonly method?: string }): boolean => CHANGE.test(method);
  return { messages: messages.filter((one) => !isOfChange(one)), changes: messages.filter(isOfChange) };
}

const CHANGE = /^notifications\/(?:resources\/updated|.*list_changed|tasks)$/;

/** Messages, as lines or as events, with only the first progress of each call: the clock decides how much follows. */
function withFirstProgress(messages: readonly unknown[]): readonly unknown[] {
  const told = new Set<string>();
  return messages.filter((message) => {
    const token = /"notifications\/progress".*"progressToken":("[^"]*"|\d+)/.exec(JSON.stringify(message))?.[1];
    if (token === undefined) return true;
    const isFirst = !told.has(token);
    told.add(token);
    return isFirst;
  });
}

/** The answers to a batch: JSON-RPC does not say in which order they come. */
function inAnyOrder(messages: readonly unknown[]): unknown[] {
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
