/** Cuts a text that is too long for a log, and says how much is missing. */
export function shorten(text: string, maxCharacters: number): string {
  const missing = text.length - maxCharacters;
  if (missing <= 0) return text;
  return `${text.slice(0, maxCharacters)}… (${missing.toLocaleString("en-US")} more characters)`;
}
