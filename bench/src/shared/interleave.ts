/** Something that is measured, under the name it has in the table. */
export interface Subject<T> {
  readonly name: string;
  readonly measure: () => Promise<T>;
}

/**
 * Measures all subjects in turn, round after round, so that what else the machine does meets each of them alike. The first
 * round warms the disk's cache and does not count.
 */
export async function interleave<T>(
  subjects: readonly Subject<T>[],
  rounds: number,
): Promise<ReadonlyMap<string, readonly T[]>> {
  const samples = new Map<string, T[]>(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, measure } of subjects) {
      const sample = await measure();
      if (round > 0) samples.get(name)?.push(sample);
    }
  }
  return samples;
}
