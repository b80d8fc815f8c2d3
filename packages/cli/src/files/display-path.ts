import { isAbsolute, relative } from "node:path";
import { escapeControls } from "@plainmcp/core/internal/engine";

/** A path as a person in the current folder would write it. */
export function displayPath(file: string): string {
  const path = relative(process.cwd(), file);
  return escapeControls(path === "" || path.startsWith("..") || isAbsolute(path) ? file : path);
}
