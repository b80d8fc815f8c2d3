import { realpathSync } from "node:fs";
import { EXIT_USAGE, ExitError } from "../terminal/exit.js";
import { statsOf } from "./stats-of.js";

/** The absolute path of a file with all links followed, which is what both the compiler and the bundler call it. */
export function toRealFile(path: string, what: string): string {
  if (path === "") throw new ExitError(EXIT_USAGE, `the name of the ${what} is empty.`);
  const stats = statsOf(path);
  if (!stats) throw new ExitError(EXIT_USAGE, `${what} ${path} does not exist.`);
  if (stats.isDirectory()) throw new ExitError(EXIT_USAGE, `${what} ${path} is a folder. Name a file.`);
  if (!stats.isFile()) throw new ExitError(EXIT_USAGE, `${what} ${path} is not a file.`);
  return realpathSync(path);
}
