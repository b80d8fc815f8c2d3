import type { SubjectBeside } from "../shared/measure-beside.js";
import { named } from "../shared/named.js";
import type { ServerSubject } from "./server-subject.js";

/** How each subject is measured, and its base before it. */
export function besideBase<T>(
  subjects: readonly ServerSubject[],
  measure: (subject: ServerSubject) => Promise<T>,
): readonly SubjectBeside<T>[] {
  const run = (subject: ServerSubject) => (): Promise<T> => named(subject.name, () => measure(subject));
  return subjects.map((subject) => {
    const base = subjects.find(({ name }) => name === subject.base);
    return { name: subject.name, measure: run(subject), ...(base && base !== subject && { base: run(base) }) };
  });
}
