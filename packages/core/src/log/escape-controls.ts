/**
 * What nobody sees in a text, or what changes how the rest of it looks: controls of terminals, line breaks, marks that
 * reverse the direction of text, and halves of characters.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Writes control characters as escapes such as `\u001b`, so that a text stays on its line and shows what it is. */
export function escapeControls(text: string): string {
  return text.replace(UNSEEN, toEscape);
}

function toEscape(character: string): string {
  const digits = (character.codePointAt(0) as number).toString(16);
  return SHORT[character] ?? (digits.length > 4 ? `\\u{${digits}}` : `\\u${digits.padStart(4, "0")}`);
}
