/**
 * Makes a test whether a text consists of the literal parts in this order, with anything between them:
 * `["Delete ", "?"]` matches `Delete a.txt?`. The test takes time linear in the length of the text.
 */
export function createMessageMatcher(parts: readonly string[]): (text: string) => boolean {
  const [first = "", ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return (text) => text === first;
  return (text) => {
    const end = text.length - last.length;
    if (end < first.length || !text.startsWith(first) || !text.endsWith(last)) return false;
    let from = first.length;
    for (const part of rest) {
      const found = text.indexOf(part, from);
      if (found < 0 || found + part.length > end) return false;
      from = found + part.length;
    }
    return true;
  };
}
