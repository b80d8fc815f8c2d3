import { spawn } from "node:child_process";
import { once } from "node:events";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { type Calls, makeCalls } from "../make-calls.js";
import { projectCommand } from "../project-command.js";
import type { Step } from "../set-up.js";

/**
 * A step: starts a server over HTTP, which prints its URL, and calls all its tools at `/mcp`.
 *
 * @param command Words separated by spaces
 */
export function servesHttp(command: string, calls: Calls): Step {
  return async (project) => {
    const { words, options } = projectCommand(project, command);
    const [program = "", ...args] = words;
    const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const ended = once(child, "close");
    let output = "";
    try {
      const url = await new Promise<string>((resolve, reject) => {
        for (const stream of [child.stdout, child.stderr])
          stream.setEncoding("utf8").on("data", (chunk: string) => {
            output += chunk;
            const found = /http:\/\/[\w.:]+:\d+(?=\s)/.exec(output);
            if (found) resolve(found[0]);
          });
        child.on("error", reject);
        child.on("exit", (code) => reject(new Error(`The server ended with ${code}.`)));
      });
      await makeCalls(new StreamableHTTPClientTransport(new URL("/mcp", url)), calls);
    } catch (error) {
      throw new Error(`${command}: ${error instanceof Error ? error.message : error}\n${output}`, { cause: error });
    } finally {
      child.kill();
      await ended;
    }
  };
}
