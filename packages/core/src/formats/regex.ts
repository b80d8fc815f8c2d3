/** `regex`: ECMA-262 with the unicode flag. */
export function isRegex(text: string): boolean {
  return isRegExp(text, "u");
}

/** Whether JavaScript accepts a text as a regular expression with these flags. */
export function isRegExp(text: string, flags: "u" | ""): boolean {
  try {
    new RegExp(text, flags);
    return true;
  } catch {
    return false;
  }
}
