import { toJson } from "../../result/to-json.js";
import { describeValue } from "../../validation/describe-value.js";
import { formatIssues } from "../../validation/format-issues.js";
import { isObject } from "../../values/is-object.js";
import { DEFINITION_SCHEMAS, type DefinitionKind } from "./definition-schemas.js";

/** A definition whose parts have the right types. */
export interface CheckedDefinition<Data> {
  /** Names it in messages, such as `tool "add"`. */
  readonly label: string;
  /** A copy of everything but the functions. */
  readonly data: Data;
  /** `call`, `list`, `watch`, and the completers. */
  readonly functions: Readonly<Record<string, (...args: unknown[]) => unknown>>;
  /** The name of the function that completes an argument, by argument. */
  readonly complete: Readonly<Record<string, string>>;
}

/**
 * Checks the types of a definition's parts.
 *
 * @param problems Collects what is wrong, one line each
 * @returns `undefined` if anything is wrong
 */
export function checkDefinition<Data>(
  kind: DefinitionKind,
  definition: unknown,
  problems: string[],
): CheckedDefinition<Data> | undefined {
  if (!isObject(definition)) {
    problems.push(`a dynamic ${kind} must be an object, not ${describeValue(definition)}`);
    return undefined;
  }
  const key = kind === "resource" ? definition.uri : definition.name;
  const label = typeof key === "string" ? `${kind} "${key}"` : `a ${kind}`;
  const completed = kind !== "tool" && isObject(definition.complete) ? definition.complete : {};
  const complete = Object.fromEntries(Object.keys(completed).map((argument) => [argument, `complete.${argument}`]));
  const functions: readonly (readonly [string, unknown])[] = [
    ["call", definition.call],
    ...FUNCTIONS[kind]
      .filter((name) => definition[name] !== undefined)
      .map((name) => [name, definition[name]] as const),
    ...Object.entries(completed).map(([argument, value]) => [complete[argument] as string, value] as const),
  ];
  const wrong = functions.filter(([, value]) => typeof value !== "function");
  const issues = wrong.map(([name, value]) => `${label}.${name}: expected a function, got ${describeValue(value)}`);
  const data = dataOf(kind, definition, label, issues);
  problems.push(...issues);
  if (issues.length > 0) return undefined;
  const bound = functions.map(([name, value]) => [name, (value as () => unknown).bind(definition)]);
  return { label, data: data as Data, functions: Object.fromEntries(bound), complete };
}

type Definition = Readonly<Record<string, unknown>>;

/** The functions of each kind, besides `call` and completers. */
const FUNCTIONS: Readonly<Record<DefinitionKind, readonly string[]>> = {
  tool: [],
  resource: ["list", "watch"],
  prompt: [],
};

function dataOf(kind: DefinitionKind, definition: Definition, label: string, issues: string[]): unknown {
  const taken = ["call", ...FUNCTIONS[kind]];
  const entries = Object.entries(definition).filter(([name]) => !taken.includes(name));
  try {
    // JSON would leave out functions, and with them properties that do not exist.
    const shown = entries.map(([name, value]) => [name, typeof value === "function" ? "function" : value]);
    const { json } = toJson(Object.fromEntries(shown));
    const found = DEFINITION_SCHEMAS[kind](json);
    if (found.length > 0) issues.push(...formatIssues(found, label).split("\n"));
    return json;
  } catch (error) {
    issues.push(`${label} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
