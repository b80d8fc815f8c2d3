/** Makes something, or says in `problems` why it cannot be made. */
export function collectProblem<T>(create: () => T, problems: string[], what = ""): T | undefined {
  try {
    return create();
  } catch (error) {
    problems.push(`${what}${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
