import { progress } from "./progress.js";

/** Something that is measured, under the name it has in the table. */
export interface Subject<T> {
  readonly name: string;
  readonly measure: () => Promise<T>;
}

/**
 * Measures all subjects in turn, round after round, so that what else the machine does meets each of them alike. The first
 * round warms caches and does not count.
 *
 * @param rounds How many count; with 0, the first one does
 * @param what What is measured, for the line on stderr
 */
export async function interleave<T>(
  subjects: readonly Subject<T>[],
  rounds: number,
  what: string,
): Promise<ReadonlyMap<string, readonly T[]>> {
  const samples = new Map<string, T[]>(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, measure } of subjects) {
      progress(what, `${round === 0 ? "warming up" : `round ${round} of ${rounds}`}, ${name}`);
      const sample = await measure();
      if (round > 0 || rounds === 0) samples.get(name)?.push(sample);
    }
  }
  return samples;
}
