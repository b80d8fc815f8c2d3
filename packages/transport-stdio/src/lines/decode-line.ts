import { jsonRpcError, type ReadText, readText } from "@plainmcp/core/internal/engine";

// `fatal`, because invalid UTF-8 would otherwise reach tools as replacement characters.
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Reads one line as a message, a batch, or an error to answer with. Returns `undefined` for a blank line. */
export function decodeLine(line: Uint8Array): ReadText | undefined {
  let text: string;
  try {
    text = utf8.decode(line);
  } catch {
    return { error: jsonRpcError("parse-error", "Parse error: the line is not UTF-8.") };
  }
  return text.trim() === "" ? undefined : readText(text);
}
