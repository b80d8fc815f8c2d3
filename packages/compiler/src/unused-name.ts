/** A name that a text does not contain, as close as can be to the wanted one. */
export function unusedName(wanted: string, text: string): string {
  let name = wanted;
  while (text.includes(name)) name = `_${name}`;
  return name;
}
