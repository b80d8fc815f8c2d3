import { escapeControls } from "./escape-controls.js";

/** The beginning of an untrusted text: on one line, and short enough for a log. */
export function excerpt(text: string, maxCharacters: number): string {
  // Built from its characters, because a slice would keep the whole original text in memory.
  const beginning = Array.from(text.slice(0, maxCharacters)).join("");
  return `${escapeControls(beginning)}${text.length > maxCharacters ? "…" : ""}`;
}
