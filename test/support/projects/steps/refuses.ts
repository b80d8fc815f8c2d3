import { expect } from "vitest";
import { type CommandOptions, projectCommand } from "../project-command.js";
import { runProgram } from "../run-program.js";
import type { Step } from "../set-up.js";

/** A step: runs a command that must fail and print the reason. @param command Words separated by spaces */
export function refuses(command: string, reason: RegExp, options?: CommandOptions): Step {
  return async (project) => {
    const found = projectCommand(project, command, options);
    const { code, output } = await runProgram(found.words, found.options);
    expect(output).toMatch(reason);
    expect(code).not.toBe(0);
  };
}
