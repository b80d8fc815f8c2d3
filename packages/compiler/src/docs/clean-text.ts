/**
 * A comment's text for a model to read: links become their text, and wrapped lines are joined. Lists, tables, indented
 * lines and fenced code keep their line breaks.
 */
export function cleanText(text: string): string {
  const paragraphs: string[] = [];
  let fenced = false;
  let joinable = false;
  for (const raw of text.replace(/\r\n?/g, "\n").split("\n")) {
    const isFence = /^\s*(?:```|~~~)/.test(raw);
    const line = fenced ? raw.trimEnd() : unlink(raw).trimEnd();
    const joins = joinable && !fenced && !isFence && line !== "" && !keepsItsLine(line);
    if (joins) paragraphs.push(`${paragraphs.pop()} ${line.trim()}`);
    else paragraphs.push(line);
    if (isFence) fenced = !fenced;
    joinable = !fenced && !isFence && line !== "";
  }
  return paragraphs
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function keepsItsLine(line: string): boolean {
  return /^\s*(?:[-*+|>#]|\d+[.)])(?:\s|$)|^\s*\|/.test(line);
}

/** `{@link X the text}`, `{@link X | the text}`, `{@link X}` and `{@code x}` as plain text. */
function unlink(line: string): string {
  return line
    .replace(/\{@link(?:code|plain)?\s+([^\s|}]+)\s*\|?\s*([^}]*)\}/g, (_, target: string, label: string) => {
      return label.trim() || target;
    })
    .replace(/\{@code\s+([^}]*)\}/g, "$1")
    .replace(/\s*\{@inheritDoc\b[^}]*\}/gi, "");
}
