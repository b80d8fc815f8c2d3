import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { type Calls, type Form, makeCalls } from "../make-calls.js";
import { type CommandOptions, projectCommand } from "../project-command.js";
import type { Step } from "../set-up.js";

/** A step: a client starts a server over stdio, and calls all its tools. @param command Words separated by spaces */
export function serves(command: string, calls: Calls, options: CommandOptions & Form = {}): Step {
  return async (project) => {
    const found = projectCommand(project, command, options);
    const [program = "", ...args] = found.words;
    const { cwd, env } = found.options;
    // A file, because a server that ends immediately closes its connection before anybody can read its output.
    const log = join(project.folder, "stderr.log");
    const stderr = openSync(log, "w");
    const transport = new StdioClientTransport({ command: program, args, cwd, env, stderr });
    const failure = await makeCalls(transport, calls, options).then(
      () => undefined,
      (error: Error) => error,
    );
    await transport.close();
    closeSync(stderr);
    if (failure) throw new Error(`${command}: ${failure.message}\n${readFileSync(log, "utf8")}`, { cause: failure });
  };
}
