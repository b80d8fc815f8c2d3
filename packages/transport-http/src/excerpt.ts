/** The beginning of an untrusted text: on one line, and short enough for a log. */
export function excerpt(text: string, maxCharacters: number): string {
  const cut = text.length > maxCharacters ? `${text.slice(0, maxCharacters)}…` : text;
  // Built from its characters, because a slice would keep the whole original text in memory.
  return Array.from(cut, (character) => (/\p{Cc}/u.test(character) ? " " : character)).join("");
}
