import { realpathSync, statSync } from "node:fs";
import { EXIT_USAGE, ExitError } from "../terminal/exit.js";

/** The absolute path of a file with all links followed, which is what both the compiler and the bundler call it. */
export function toRealFile(path: string, what: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new ExitError(EXIT_USAGE, `${what} ${path} does not exist.`);
  if (!stats.isFile()) throw new ExitError(EXIT_USAGE, `${what} ${path} is not a file.`);
  return realpathSync(path);
}
