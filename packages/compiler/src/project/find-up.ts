import { dirname } from "node:path";

/** The first result of `look` in a directory or one above it. */
export function findUp<T>(directory: string, look: (directory: string) => T | undefined): T | undefined {
  const found = look(directory);
  const parent = dirname(directory);
  return found === undefined && parent !== directory ? findUp(parent, look) : found;
}
