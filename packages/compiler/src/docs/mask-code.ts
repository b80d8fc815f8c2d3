/** Stands for an at sign, and occurs in no text: Unicode leaves it to private use. */
const MASK = "\uE040";

/** The comment with its fenced code so written that no tag is found in it. */
export function maskCode(comment: string): string {
  return comment.replace(/^([\s/*]*)(```|~~~)[^\n]*\n[\s\S]*?^[\s*]*\2/gm, (code) => code.replaceAll("@", MASK));
}

/** Takes back what {@link maskCode} did to a text. */
export function unmaskCode(text: string): string {
  return text.replaceAll(MASK, "@");
}
