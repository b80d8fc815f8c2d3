/**
 * Whether a JSON value has the key `__proto__` anywhere. Later code might set a prototype with it or silently drop it.
 *
 * @param text The text that the value was parsed from, because most texts show at once that it has none
 */
export function hasPrototypeKey(json: unknown, text: string): boolean {
  if (!isSuspicious(text)) return false;
  // Not recursive, because the client chooses the depth.
  const open: unknown[] = [json];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null) continue;
    if (Object.hasOwn(value, "__proto__")) return true;
    for (const member of Object.values(value)) open.push(member);
  }
  return false;
}

/** Whether a text may contain the key, literally or with an escaped underscore or letter. */
function isSuspicious(text: string): boolean {
  return text.includes("__proto__") || (text.includes("\\u00") && ESCAPED.test(text));
}

const ESCAPED = /\\u00(?:5f|6f|7)/i;
