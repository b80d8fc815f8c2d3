/** Returns what `create` returns. If it throws, adds the message to `problems` and returns `undefined`. */
export function collectProblem<T>(create: () => T, problems: string[], what = ""): T | undefined {
  try {
    return create();
  } catch (error) {
    problems.push(`${what}${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
