import { buildCalculator } from "./build-calculator.js";
import { installedVersion } from "./installed-version.js";
import { BARE_NODE_22, PEER_SUBJECTS } from "./peer-subjects.js";
import { scriptCommand } from "./script-command.js";
import type { ServerSubject } from "./server-subject.js";

/** Written by hand, with nothing but Node: what all others are compared with. */
const BARE: ServerSubject = {
  name: "bare",
  base: "bare",
  version: () => `Node ${process.version}`,
  lacks: () => undefined,
  command: async (setting) => scriptCommand(`bench/bare/${setting.transport}.mjs`, setting),
};

/** What `plainmcp build` makes, with all defaults. */
const OURS: ServerSubject = ours("ours");

/** All servers that can be measured, in the order of the tables. */
export const SERVER_SUBJECTS: readonly ServerSubject[] = [
  BARE,
  OURS,
  sdk("sdk-v2", "@modelcontextprotocol/server", "v2"),
  sdk("sdk-v2-mcpserver", "@modelcontextprotocol/server", "v2-mcpserver"),
  {
    ...sdk("sdk-v1", "@modelcontextprotocol/sdk", "v1"),
    lacks: (_, era) => (era === "modern" ? "does not speak 2026-07-28" : undefined),
  },
  ...PEER_SUBJECTS.filter(({ base }) => base === BARE.name),
  BARE_NODE_22,
  ...PEER_SUBJECTS.filter(({ base }) => base === BARE_NODE_22.name),
];

/** The built server under a name, with further arguments: to compare options of ours. */
function ours(name: string, further: readonly string[] = []): ServerSubject {
  return {
    name,
    base: BARE.name,
    version: () => installedVersion("@plainmcp/core"),
    manySessions: ["--max-sessions", "10000"],
    lacks: () => undefined,
    command: async ({ transport, tools, port }) => {
      const args = [...(port === undefined ? [] : ["--port", String(port)]), ...further];
      return { program: process.execPath, args: [await buildCalculator(transport, tools), ...args], env: {} };
    },
  };
}

function sdk(name: string, packageName: string, script: string): ServerSubject {
  return {
    name,
    base: BARE.name,
    version: () => installedVersion(packageName),
    lacks: () => undefined,
    command: async (setting) => scriptCommand(`bench/sdk/${script}.mjs`, setting),
  };
}
