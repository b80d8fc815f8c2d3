/**
 * The value in an `@example`, as text: JSON on one or several lines, fenced or not, or any other single line. Undefined
 * for code, which is an example of a call.
 */
export function readExample(text: string): string | undefined {
  const bare = unfence(text.trim());
  if (isJson(bare)) return bare;
  return bare.includes("\n") || bare !== text.trim() || CODE.test(bare) ? undefined : bare;
}

function unfence(text: string): string {
  return /^(?:```|~~~)\w*\n([\s\S]*?)\n?(?:```|~~~)$/.exec(text)?.[1]?.trim() ?? text;
}

/** A call, a statement, an arrow. */
const CODE = /^(?:await|const|let|var|import|return|new)\s|^[\w.]+\(.*\)|=>|;$|```/;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
