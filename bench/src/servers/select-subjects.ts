import { ERAS, type Era } from "../protocol/messages.js";
import type { ServerSubject, Transport } from "./server-subject.js";

/** The subjects to measure: those that were asked for, and what they are compared with, in the order of the tables. */
export function selectSubjects(
  all: readonly ServerSubject[],
  wanted: readonly string[] | undefined,
): readonly ServerSubject[] {
  if (wanted === undefined) return all;
  const bases = all.filter(({ name }) => wanted.includes(name)).map(({ base }) => base);
  return all.filter(({ name }) => wanted.includes(name) || bases.includes(name));
}

/** What each subject is made with. */
export function versionsOf(subjects: readonly ServerSubject[]): Readonly<Record<string, string>> {
  return Object.fromEntries(subjects.map(({ name, version }) => [name, version()]));
}

/** The newest era that a subject speaks over a transport, if there is any. */
export function newestEra({ lacks }: ServerSubject, transport: Transport): Era | undefined {
  return ERAS.find((era) => lacks(transport, era) === undefined);
}
