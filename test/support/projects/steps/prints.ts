import { expect } from "vitest";
import { type CommandOptions, projectCommand } from "../project-command.js";
import { runWell } from "../run-program.js";
import type { Step } from "../set-up.js";

/** A step: runs a command that has to succeed, and to say something. @param command Words with spaces between */
export function prints(command: string, text: RegExp, options?: CommandOptions): Step {
  return async (project) => {
    const found = projectCommand(project, command, options);
    expect(await runWell(found.words, found.options)).toMatch(text);
  };
}
