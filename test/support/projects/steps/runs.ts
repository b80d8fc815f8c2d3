import { type CommandOptions, projectCommand } from "../project-command.js";
import { runWell } from "../run-program.js";
import type { Step } from "../set-up.js";

/** A step: runs a command that must succeed. @param command Words separated by spaces */
export function runs(command: string, options?: CommandOptions): Step {
  return async (project) => {
    const found = projectCommand(project, command, options);
    await runWell(found.words, found.options);
  };
}
