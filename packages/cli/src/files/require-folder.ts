import { dirname } from "node:path";
import { EXIT_USAGE, ExitError } from "../terminal/exit.js";
import { statsOf } from "./stats-of.js";

/** Throws an {@link ExitError} that names the flag if a path is not a folder, and cannot become one. */
export function requireFolder(path: string, flag: string): void {
  if (path === "") throw new ExitError(EXIT_USAGE, `${flag} must be a folder, but its name is empty.`);
  const there = nearest(path);
  if (statsOf(there)?.isDirectory()) return;
  throw new ExitError(EXIT_USAGE, `${flag} must be a folder, but ${there} is a file.`);
}

/** The path, or the nearest on the way to it that exists. */
function nearest(path: string): string {
  return statsOf(path) || dirname(path) === path ? path : nearest(dirname(path));
}
