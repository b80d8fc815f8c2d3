import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { NEWER_NODE } from "../nodes.js";
import type { ServerTarget } from "../recorded-server.js";
import { type ClientSession, type RealClient, textsOf } from "./real-client.js";

const require = createRequire(import.meta.url);

/** The official Inspector on the command line: one process for each request. */
export const INSPECTORS: readonly RealClient[] = [
  {
    name: "Inspector 1",
    package: "@modelcontextprotocol/inspector",
    era: "legacy",
    transports: ["stdio", "http"],
    transportsInShort: ["http"],
    can: ["list", "call", "read", "prompt"],
    connect: async (target) => session(target, (...args) => inspect1(target, args)),
  },
  ...(["legacy", "modern"] as const).map(
    (era): RealClient => ({
      name: "Inspector 2",
      package: "inspector-2",
      era,
      transports: ["stdio", "http"],
      transportsInShort: [era === "modern" ? "http" : "stdio"],
      can: ["list", "call", "read", "prompt"],
      connect: async (target) => session(target, (...args) => inspect2(target, ["--protocol-era", era, ...args])),
    }),
  ),
];

/** Runs Inspector 2, which needs a newer Node than we do. @returns its parsed output */
export async function inspect2(target: ServerTarget, args: readonly string[]): Promise<Answer> {
  const launcher = join(dirname(require.resolve("inspector-2/package.json")), "clients/launcher/build/index.js");
  const flags = ["--format", "json", "-q", ...args];
  const where =
    "url" in target ? [target.url, "--transport", "http", ...flags] : [...flags, "--", ...commandOf(target)];
  const answer = await run(NEWER_NODE, [launcher, "--cli", ...where]);
  return answer.result ?? answer;
}

async function inspect1(target: ServerTarget, args: readonly string[]): Promise<Answer> {
  const inspector = dirname(require.resolve("@modelcontextprotocol/inspector/package.json"));
  const where = "url" in target ? [target.url, "--transport", "http"] : commandOf(target);
  return run(process.execPath, [join(inspector, "cli/build/cli.js"), "--cli", ...where, ...args]);
}

function commandOf({ command, args }: Extract<ServerTarget, { command: string }>): string[] {
  return [command, ...args];
}

interface Answer {
  /** Inspector 2 wraps the answer in this member. */
  readonly result?: Answer;
  readonly tools?: readonly { readonly name: string }[];
  readonly resources?: readonly { readonly uri: string }[];
  readonly resourceTemplates?: readonly { readonly uriTemplate: string }[];
  readonly prompts?: readonly { readonly name: string }[];
  readonly content?: unknown;
  readonly contents?: unknown;
  readonly messages?: readonly { readonly content: unknown }[];
}

async function run(command: string, args: readonly string[]): Promise<Answer> {
  const env = { ...process.env, MCP_AUTO_OPEN_ENABLED: "false" };
  const { stdout } = await promisify(execFile)(command, [...args], { env });
  return JSON.parse(stdout);
}

function session(target: ServerTarget, ask: (...args: string[]) => Promise<Answer>): ClientSession {
  return {
    async list() {
      const { tools = [] } = await ask("--method", "tools/list");
      // The other lists work the same way, and each would take two more processes.
      if ("command" in target) return { tools: tools.map(({ name }) => name) };
      const { resources = [] } = await ask("--method", "resources/list");
      const { resourceTemplates = [] } = await ask("--method", "resources/templates/list");
      const { prompts = [] } = await ask("--method", "prompts/list");
      return {
        tools: tools.map(({ name }) => name),
        resources: resources.map(({ uri }) => uri),
        templates: resourceTemplates.map(({ uriTemplate }) => uriTemplate),
        prompts: prompts.map(({ name }) => name),
      };
    },
    async call(name, args) {
      const given = Object.entries(args).map(([key, value]) => `${key}=${value}`);
      const flags = given.length > 0 ? ["--tool-arg", ...given] : [];
      return textsOf((await ask("--method", "tools/call", "--tool-name", name, ...flags)).content);
    },
    async read(uri) {
      return textsOf((await ask("--method", "resources/read", "--uri", uri)).contents);
    },
    async prompt(name, args) {
      const given = Object.entries(args).map(([key, value]) => `${key}=${value}`);
      const { messages = [] } = await ask("--method", "prompts/get", "--prompt-name", name, "--prompt-args", ...given);
      return textsOf(messages.map(({ content }) => content));
    },
    // Each request had its own process, so there is nothing to close.
    close: async () => undefined,
  };
}
