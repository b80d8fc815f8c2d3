import { delimiter, join } from "node:path";
import { packageManager } from "./package-manager.js";
import type { Project } from "./project.js";
import type { ProgramOptions } from "./run-program.js";

/** Where in a project a command runs. */
export interface CommandOptions {
  /** Path relative to the project's folder. @default the project's folder */
  readonly in?: string;
}

/** A command of a project, as its package manager would run it in a script. */
export interface ProjectCommand {
  readonly words: readonly string[];
  readonly options: ProgramOptions;
}

/** Finds programs where the project's package manager has put them. @param command Words separated by spaces */
export function projectCommand(
  { folder, env, signal }: Project,
  command: string,
  { in: inside = "." }: CommandOptions = {},
): ProjectCommand {
  const cwd = join(folder, inside);
  const programs = [cwd, folder].map((place) => join(place, "node_modules/.bin"));
  return {
    words: [...packageManager(cwd).run, ...command.split(" ")],
    options: { cwd, signal, env: { ...env, PATH: [...programs, env.PATH].join(delimiter) } },
  };
}
