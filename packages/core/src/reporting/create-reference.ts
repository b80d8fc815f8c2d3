/** Makes a reference, by which a report is found. */
export function createReference(): string {
  return crypto.randomUUID().slice(0, 8);
}
