import type { ValidationIssue } from "./report.js";

/**
 * Parses the first issues from Ajv's text, `data/path message, data/path message`.
 *
 * @param value The validated value. It is needed to find the end of a path, because keys may contain any characters
 */
export function fromAjvText(text: string, value: unknown): readonly ValidationIssue[] {
  const issues: ValidationIssue[] = [];
  for (let rest = text; rest !== "" && issues.length < MAX_ISSUES; ) {
    const end = endOfIssue(rest, value);
    issues.push(toIssue(rest.slice(0, end), value));
    rest = rest.slice(end + SEPARATOR.length);
  }
  return issues;
}

const MAX_ISSUES = 20;
const SEPARATOR = ", ";
const ROOT = "data";

/** How all of Ajv's messages begin. */
const MESSAGE = /^ (?:must|property name|boolean schema|tag|value of tag) /;

/** Finds where the next issue begins. A message may contain text that looks like one. */
function endOfIssue(text: string, value: unknown): number {
  let end = text.indexOf(SEPARATOR + ROOT);
  while (end >= 0 && pathLength(text.slice(end + SEPARATOR.length), value) === undefined) {
    end = text.indexOf(SEPARATOR + ROOT, end + 1);
  }
  return end < 0 ? text.length : end;
}

function toIssue(text: string, value: unknown): ValidationIssue {
  const length = pathLength(text, value);
  if (length === undefined) return { path: "", keyword: "ajv", message: text };
  return { path: text.slice(ROOT.length, length), keyword: "ajv", message: text.slice(length + 1) };
}

/** The length of the path at the start of a text: the longest that exists in the value and is followed by a message. */
function pathLength(text: string, value: unknown): number | undefined {
  if (!text.startsWith(ROOT)) return undefined;
  const rest = follow(text.slice(ROOT.length), value);
  return rest === undefined ? undefined : text.length - rest.length;
}

/** The rest of a text after the path at its start. */
function follow(text: string, value: unknown): string | undefined {
  if (text.startsWith("/") && typeof value === "object" && value !== null) {
    for (const key of keysAt(text, value)) {
      const rest = follow(text.slice(1 + escape(key).length), (value as { readonly [key: string]: unknown })[key]);
      if (rest !== undefined) return rest;
    }
  }
  return MESSAGE.test(text) ? text : undefined;
}

/** The keys with which a path may continue, the longest first. */
function keysAt(text: string, value: object): readonly string[] {
  if (Array.isArray(value)) return /^\/(\d+)/.exec(text)?.slice(1) ?? [];
  return Object.keys(value)
    .filter((key) => text.startsWith(escape(key), 1))
    .sort((one, other) => other.length - one.length);
}

function escape(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
