/** The beginning of a text that may be a stranger's: on one line, and no longer than a log can bear. */
export function excerpt(text: string, maxCharacters: number): string {
  const cut = text.length > maxCharacters ? `${text.slice(0, maxCharacters)}…` : text;
  // Joined anew, because a slice keeps the whole text it was taken from in memory.
  return Array.from(cut, (character) => (/\p{Cc}/u.test(character) ? " " : character)).join("");
}
