/** Text that is added to a source, in front of the code unit at a position. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** A source with what is added to it, in the order of the positions. */
export function insert(source: string, insertions: readonly Insertion[]): string {
  // From the end, so that the positions before stay right.
  return [...insertions].reverse().reduce((text, { at, text: added }) => {
    return text.slice(0, at) + added + text.slice(at);
  }, source);
}

/** A name that a text does not contain, as close as can be to the wanted one. */
export function unusedName(wanted: string, text: string): string {
  let name = wanted;
  while (text.includes(name)) name = `_${name}`;
  return name;
}
