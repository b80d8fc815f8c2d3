import type { Arguments, Tool } from "../primitives/primitive.js";
import { type Awaitable, after } from "../promises/awaitable.js";
import type { ValidationIssue } from "../validation/report.js";
import { dropHostKeys } from "./drop-host-keys.js";
import { readLeniently } from "./read-leniently.js";
import { takeAliases } from "./take-aliases.js";

/** Arguments in the form that the tool takes, and what is still wrong with them. */
export interface Examined {
  readonly args: Arguments;
  readonly issues: readonly ValidationIssue[];
}

/**
 * Examines arguments that do not fit a tool's schema as they were sent, or of which something may have to be taken away
 * although they fit. What the tool takes all the same is changed; everything else stays as it is, and is reported.
 */
export function examineArguments(tool: Tool, sent: Arguments): Awaitable<Examined> {
  const { input, aliases = {}, definition } = tool;
  const { args: named, issues } = takeAliases(sent, aliases);
  if (issues.length > 0) return { args: named, issues };
  const check = (args: Arguments): Awaitable<Examined> => after(input.validate(args), (issues) => ({ args, issues }));
  const strict = check(dropHostKeys(named, definition.inputSchema));
  if (tool.arguments !== "lenient") return strict;
  return after(strict, (before) => {
    const read = before.issues.length === 0 ? before.args : (readLeniently(before.args, input.schema) as Arguments);
    return read === before.args ? before : check(read);
  });
}
