import { fromJsonPointer } from "./json-pointer.js";
import type { ValidationIssue } from "./report.js";

/**
 * Writes issues as text from which a model can correct itself, one line each, such as
 * `arguments.items[2].name: expected string, got number 5`.
 *
 * @param rootName The name of the value itself
 */
export function formatIssues(issues: readonly ValidationIssue[], rootName = "value"): string {
  const lines = issues.slice(0, MAX_LINES).map(({ path, message }) => `${rootName}${toAccess(path)}: ${message}`);
  const rest = issues.length - lines.length;
  if (rest > 0) lines.push(`… and ${rest} more`);
  return lines.join("\n");
}

const MAX_LINES = 10;
const MAX_KEY = 60;

/** Writes a JSON Pointer in the syntax of property access. */
function toAccess(path: string): string {
  return fromJsonPointer(path)
    .map((token) => {
      if (/^(?:0|[1-9]\d{0,15})$/.test(token)) return `[${token}]`;
      if (token.length <= MAX_KEY && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(token)) return `.${token}`;
      return `[${JSON.stringify(token.length > MAX_KEY ? `${token.slice(0, MAX_KEY)}…` : token)}]`;
    })
    .join("");
}
