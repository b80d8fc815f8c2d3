/** Whether text is padded base64 (RFC 4648 section 4) and nothing else. Uses a loop, because the text may be long. */
export function isBase64(text: string): boolean {
  if (text.length % 4 !== 0) return false;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  for (let index = 0; index < text.length - padding; index += 1) {
    if (!isDigit(text.charCodeAt(index))) return false;
  }
  return true;
}

function isDigit(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || // a-z
    (code >= 0x41 && code <= 0x5a) || // A-Z
    (code >= 0x30 && code <= 0x39) || // 0-9
    code === 0x2b || // +
    code === 0x2f // /
  );
}
