import { isObject } from "../../json-schema/is-object.js";
import type { Project } from "../../project/project.js";
import type { ts } from "../../typescript/typescript.js";
import type { DecoratorOptions } from "./decorator-options.js";

/** Where the value of an option is written. */
export type LocateOption = (...path: readonly string[]) => ts.Node;

/** The options with valid values. Reports the others. */
export function checkOptionValues(
  options: DecoratorOptions,
  locate: LocateOption,
  { diagnostics }: Project,
): DecoratorOptions {
  const entries = Object.entries(options).filter(([name, value]) => {
    const rule = RULES.get(name);
    if (!rule || rule.admits(value)) return true;
    const message = `The option ${name} cannot be ${JSON.stringify(value)}.`;
    diagnostics.report("invalid-option", locate(name), message, rule.help);
    return false;
  });
  return Object.fromEntries(entries);
}

interface OptionRule {
  readonly admits: (value: unknown) => boolean;
  /** What to write instead. */
  readonly help: string;
}

const CAPABILITIES = [
  ...["elicitation", "elicitation.form", "elicitation.url"],
  ...["sampling", "sampling.tools", "roots"],
];

const RULES: ReadonlyMap<string, OptionRule> = new Map([
  ["arguments", { admits: (value) => value === "strict" || value === "lenient", help: 'Write "strict" or "lenient".' }],
  [
    "timeout",
    { admits: (value) => isCount(value) && value > 0, help: "Write a whole number of milliseconds above 0: 30_000." },
  ],
  [
    "requires",
    {
      admits: (value) => isListOf(value, CAPABILITIES),
      help: `Write a list of client capabilities: ${CAPABILITIES.map((name) => JSON.stringify(name)).join(", ")}.`,
    },
  ],
  [
    "task",
    { admits: (value) => value === "optional" || value === "required", help: 'Write "optional" or "required".' },
  ],
  ["output", { admits: (value) => value === "structured", help: 'Write "structured", or remove the option.' }],
  ["size", { admits: isCount, help: "Write a whole number of bytes." }],
  [
    "cache",
    {
      admits: isCacheHint,
      help: 'Write milliseconds, and who may share the cached answer: { ttlMs: 60_000, scope: "public" }.',
    },
  ],
  ["list", { admits: isText, help: "Write the name of a method of the class." }],
  ["watch", { admits: isText, help: "Write the name of a method of the class." }],
  [
    "complete",
    {
      admits: (value) => isObject(value) && Object.values(value).every(isText),
      help: 'Write the name of a method for each argument: { city: "cities" }.',
    },
  ],
  ["ui", { admits: isUi, help: 'Write { file: "./page.html" }. The values of visibility are "model" and "app".' }],
]);

function isCacheHint(value: unknown): boolean {
  return isObject(value) && isCount(value.ttlMs) && [undefined, "public", "private"].includes(value.scope as string);
}

function isUi(value: unknown): boolean {
  if (!isObject(value) || !isText(value.file)) return false;
  const { uri, visibility, csp, permissions, domain, prefersBorder } = value;
  return (
    [uri, domain].every((one) => one === undefined || isText(one)) &&
    [csp, permissions].every((one) => one === undefined || isObject(one)) &&
    (visibility === undefined || isListOf(visibility, ["model", "app"])) &&
    (prefersBorder === undefined || typeof prefersBorder === "boolean")
  );
}

function isListOf(value: unknown, names: readonly string[]): boolean {
  return Array.isArray(value) && value.every((one) => names.includes(one));
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}
