import type { Message } from "../wire-schemas.js";
import { lastOf } from "./messages-in.js";
import type { OpenAnswer } from "./open-answer.js";

/**
 * What a server has chosen at random, and a client repeats. In recorded traffic it is replaced by where it comes from:
 * `{{event 3 1}}` is the id of an event of the answer with the index 3, `{{7 result taskId}}` is in the latest message with
 * the id 7.
 */
const REFERENCE = /\{\{([^{}]+)\}\}/g;

/** Values that look like it. */
const RANDOM = /[\da-f]{8}-[\da-f]{4}-|[\da-f]{32}|^v1\./;

/** Replaces what earlier answers contain by references to it. */
export function withReferences(text: string, answers: readonly OpenAnswer[]): string {
  const known = [...knownIn(answers)].sort(([a], [b]) => b.length - a.length);
  return known.reduce((replaced, [value, reference]) => replaced.replaceAll(value, `{{${reference}}}`), text);
}

/** Replaces references by what the answers contain. */
export function resolveReferences(text: string, answers: readonly OpenAnswer[]): string {
  return text.replace(REFERENCE, (_, reference: string) => String(valueOf(reference.split(" "), answers) ?? "missing"));
}

function knownIn(answers: readonly OpenAnswer[]): Map<string, string> {
  const known = new Map<string, string>();
  for (const [index, answer] of answers.entries()) {
    for (const [nth, id] of eventIdsOf(answer).entries()) known.set(id, `event ${index} ${nth}`);
    for (const line of answer.text.split("\n")) noteMessage(line.replace(/^data: /, ""), known);
  }
  return known;
}

function noteMessage(line: string, known: Map<string, string>): void {
  if (!line.startsWith("{")) return;
  const message = JSON.parse(line) as Message;
  const note = (value: unknown, path: readonly string[]): void => {
    if (typeof value === "string" && RANDOM.test(value))
      known.set(value, [JSON.stringify(message.id), ...path].join(" "));
    if (typeof value !== "object" || value === null) return;
    for (const [key, member] of Object.entries(value)) note(member, [...path, encodeURIComponent(key)]);
  };
  if (message.id !== undefined) note(message, []);
}

function valueOf([first = "", ...path]: readonly string[], answers: readonly OpenAnswer[]): unknown {
  const answer = answers[Number(path[0])];
  if (first === "event") return answer && eventIdsOf(answer)[Number(path[1])];
  let value: unknown = lastOf(answers, ({ id }) => JSON.stringify(id) === first);
  for (const key of path) value = (value as Record<string, unknown> | undefined)?.[decodeURIComponent(key)];
  return value;
}

function eventIdsOf({ text }: OpenAnswer): readonly string[] {
  return [...text.matchAll(/^id: (.+)$/gm)].map(([, id]) => id as string);
}
