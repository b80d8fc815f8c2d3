import { jsonRpcError, type ReadText, readText } from "@plainmcp/core/internal/engine";

// `fatal` because bytes that are no UTF-8 would otherwise reach a tool as replacement characters.
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Reads one line: a message, a batch, or an error to answer with. Blank lines are `undefined`. */
export function decodeLine(line: Uint8Array): ReadText | undefined {
  let text: string;
  try {
    text = utf8.decode(line);
  } catch {
    return { error: jsonRpcError("parse-error", "Parse error: the line is not UTF-8.") };
  }
  return text.trim() === "" ? undefined : readText(text);
}
