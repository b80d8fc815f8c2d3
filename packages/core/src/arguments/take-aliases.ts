import type { Arguments } from "../primitives/primitive.js";
import { toJsonPointer } from "../validation/json-pointer.js";
import type { ValidationIssue } from "../validation/report.js";
import { hasProperty } from "../values/is-object.js";
import type { Examined } from "./examine-arguments.js";

/**
 * Gives arguments that were sent under another name their own.
 *
 * @param aliases The name of the argument, by its other names
 * @returns the arguments, and an issue for each that was sent under several names
 */
export function takeAliases(sent: Arguments, aliases: Readonly<Record<string, string>>): Examined {
  const used = Object.keys(aliases).filter((alias) => hasProperty(sent, alias));
  if (used.length === 0) return { args: sent, issues: [] };
  const args: Record<string, unknown> = { ...sent };
  const takenFrom = new Map<string, string>();
  const issues: ValidationIssue[] = [];
  for (const alias of used) {
    const name = aliases[alias] as string;
    const other = hasProperty(sent, name) ? name : takenFrom.get(name);
    if (other !== undefined) issues.push(sentTwice(alias, name, other));
    takenFrom.set(name, alias);
    args[name] = sent[alias];
    delete args[alias];
  }
  return issues.length > 0 ? { args: sent, issues } : { args, issues };
}

function sentTwice(alias: string, name: string, other: string): ValidationIssue {
  const message = `expected one of "${other}" and "${alias}", got both: they name the same argument, so send only "${name}"`;
  return { path: toJsonPointer([alias]), keyword: "alias", message };
}
