import { type ParseArgsConfig, parseArgs } from "node:util";

/** The command line of a built module. */
export interface SplitArguments {
  /** The arguments that say how to serve. */
  readonly own: readonly string[];
  /** What the server's own code finds in `process.argv`. */
  readonly theirs: readonly string[];
}

/**
 * Splits a command line at `--`: what follows is for the server's own code.
 *
 * @param flags Only these are taken from what comes before `--`; the rest is for the server's own code. @default all
 */
export function splitArguments(args: readonly string[], flags?: ParseArgsConfig["options"]): SplitArguments {
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  const before = args.slice(0, end);
  const after = args.slice(end + 1);
  if (flags === undefined || before.length === 0) return { own: before, theirs: after };
  const { tokens } = parseArgs({ args: before, options: flags, strict: false, tokens: true });
  const taken = new Set<number>();
  for (const token of tokens) {
    if (token.kind !== "option" || !(token.name in flags)) continue;
    taken.add(token.index);
    if (token.inlineValue === false) taken.add(token.index + 1);
  }
  return {
    own: before.filter((_, index) => taken.has(index)),
    theirs: [...before.filter((_, index) => !taken.has(index)), ...after],
  };
}
