/** Replaces an at sign. It is a private-use character of Unicode, so no text contains it. */
const MASK = "\uE040";

/** The comment with the at signs in its fenced code replaced, so that TypeScript finds no tags there. */
export function maskCode(comment: string): string {
  return comment.replace(/^([\s/*]*)(```|~~~)[^\n]*\n[\s\S]*?^[\s*]*\2/gm, (code) => code.replaceAll("@", MASK));
}

/** Reverts {@link maskCode}. */
export function unmaskCode(text: string): string {
  return text.replaceAll(MASK, "@");
}
