/** A number of things, as one says it: `1 tool`, `50 tools`. */
export function countOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
