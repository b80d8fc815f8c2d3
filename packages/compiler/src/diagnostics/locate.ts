import type { ts } from "../typescript/typescript.js";
import type { Diagnostic } from "./diagnostic.js";

/** The file, position and text of a span for a diagnostic. A span of several lines is cut after the first line. */
export function locate(
  file: ts.SourceFile,
  start: number,
  length: number,
): Required<Pick<Diagnostic, "file" | "line" | "column" | "length" | "text">> {
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const lineStart = file.getPositionOfLineAndCharacter(line, 0);
  const text = (file.text.slice(lineStart).split(/\r?\n/, 1)[0] as string).trimEnd();
  return {
    file: file.fileName,
    line: line + 1,
    column: character + 1,
    length: Math.max(1, Math.min(length, text.length - character)),
    text,
  };
}
