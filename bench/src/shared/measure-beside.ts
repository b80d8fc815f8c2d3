import { interleave, type Subject } from "./interleave.js";

/** What was measured of a subject, and of its base just before, round by round. */
export interface Beside<T> {
  readonly own: T;
  readonly base: T;
}

/** A subject, and what it is compared with; the base itself has none. */
export interface SubjectBeside<T> extends Subject<T> {
  readonly base?: () => Promise<T>;
}

/** As `interleave`, with the base of each subject measured just before it, because the machine is not the same for long. */
export function measureBeside<T>(
  subjects: readonly SubjectBeside<T>[],
  rounds: number,
  what: string,
): Promise<ReadonlyMap<string, readonly Beside<T>[]>> {
  const pairs = subjects.map(({ name, measure, base }): Subject<Beside<T>> => {
    return {
      name,
      measure: async () => {
        const before = await base?.();
        const own = await measure();
        return { own, base: before ?? own };
      },
    };
  });
  return interleave(pairs, rounds, what);
}
