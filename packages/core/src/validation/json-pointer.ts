/** Writes a JSON Pointer (RFC 6901), for example `/items/2/na~1me`. No tokens make `""`, the root. */
export function toJsonPointer(tokens: readonly (string | number)[]): string {
  let pointer = "";
  for (const token of tokens) pointer += `/${typeof token === "number" ? token : escape(token)}`;
  return pointer;
}

function escape(token: string): string {
  return /[~/]/.test(token) ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;
}

/** Reads a JSON Pointer into its tokens. */
export function fromJsonPointer(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}
