import { join } from "node:path";
import { ROOT } from "../shared/work-folder.js";
import { buildCalculator } from "./build-calculator.js";
import { installedVersion } from "./installed-version.js";
import type { Command, ServerSetting, ServerSubject } from "./server-subject.js";

const NEVER = (): undefined => undefined;

/** All servers that can be measured, in the order of the tables. */
export const SERVER_SUBJECTS: readonly ServerSubject[] = [
  {
    name: "bare",
    base: "bare",
    version: `Node ${process.version}`,
    lacks: NEVER,
    command: async (setting) => script(`bench/bare/${setting.transport}.mjs`, setting),
  },
  {
    name: "ours",
    base: "bare",
    version: installedVersion("@plainmcp/core"),
    lacks: NEVER,
    command: async ({ transport, tools, port }) => {
      const args = port === undefined ? [] : ["--port", String(port)];
      return { program: process.execPath, args: [await buildCalculator(transport, tools), ...args], env: {} };
    },
  },
  {
    name: "sdk-v2",
    base: "bare",
    version: installedVersion("@modelcontextprotocol/server"),
    lacks: NEVER,
    command: async (setting) => script("bench/sdk/v2.mjs", setting),
  },
  {
    name: "sdk-v2-mcpserver",
    base: "bare",
    version: installedVersion("@modelcontextprotocol/server"),
    lacks: NEVER,
    command: async (setting) => script("bench/sdk/v2-mcpserver.mjs", setting),
  },
  {
    name: "sdk-v1",
    base: "bare",
    version: installedVersion("@modelcontextprotocol/sdk"),
    lacks: (_, era) => (era === "modern" ? "does not speak 2026-07-28" : undefined),
    command: async (setting) => script("bench/sdk/v1.mjs", setting),
  },
];

/** A script of the repository, which reads its setting from the environment. */
function script(file: string, { tools, port }: ServerSetting, program = process.execPath): Command {
  const env = { TOOLS: String(tools), ...(port !== undefined && { PORT: String(port) }) };
  return { program, args: [join(ROOT, file)], env };
}
