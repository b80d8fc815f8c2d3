import { escapeControls } from "./escape-controls.js";

/** The beginning of an untrusted text, in quotes: on one line, and short enough for a log. */
export function quote(text: string, maxCharacters: number): string {
  const beginning = text.length > maxCharacters ? `${text.slice(0, maxCharacters)}…` : text;
  return escapeControls(JSON.stringify(beginning));
}
