/** Text to insert into a source before the code unit at a position. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** A source with the insertions, which are sorted by position. */
export function insert(source: string, insertions: readonly Insertion[]): string {
  // From the end, so that earlier positions stay valid.
  return [...insertions].reverse().reduce((text, { at, text: added }) => {
    return text.slice(0, at) + added + text.slice(at);
  }, source);
}

/** A name that a text does not contain: the wanted one, with underscores in front if necessary. */
export function unusedName(wanted: string, text: string): string {
  let name = wanted;
  while (text.includes(name)) name = `_${name}`;
  return name;
}
