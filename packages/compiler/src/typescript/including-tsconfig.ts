/** What one tsconfig says about a file. */
export interface TsconfigScope {
  readonly includesFile: boolean;
  /** Absolute paths of the tsconfigs that it references. */
  readonly references: readonly string[];
}

/**
 * The tsconfig that includes a file: the one at a path, or the first among those that it references. In Vite's
 * templates, the nearest tsconfig includes nothing and only references others.
 *
 * @param scopeOf What the tsconfig at a path says about the file
 */
export function includingTsconfig(
  path: string,
  scopeOf: (path: string) => TsconfigScope,
  seen: Set<string> = new Set(),
): string | undefined {
  if (seen.has(path)) return undefined;
  seen.add(path);
  const { includesFile, references } = scopeOf(path);
  if (includesFile) return path;
  for (const reference of references) {
    const found = includingTsconfig(reference, scopeOf, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}
