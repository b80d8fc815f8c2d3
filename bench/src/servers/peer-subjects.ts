import { join } from "node:path";
import type { Era } from "../protocol/messages.js";
import { buildXmcp, XMCP_PORT } from "./build-xmcp.js";
import { installPeer } from "./install-peer.js";
import { installedVersion } from "./installed-version.js";
import { NODE_22 } from "./node-22.js";
import { scriptCommand, settingVariables } from "./script-command.js";
import type { ServerSubject, Transport } from "./server-subject.js";

/** The bare server on Node 22, for what needs that. */
export const BARE_NODE_22: ServerSubject = {
  name: "bare-node-22",
  base: "bare-node-22",
  version: () => "bare on Node 22",
  lacks: () => NODE_22.problem,
  command: async (setting) => scriptCommand(`bench/bare/${setting.transport}.mjs`, setting, NODE_22.program),
};

/** Other frameworks, each as its own documentation has it. They are installed when they are first measured. */
export const PEER_SUBJECTS: readonly ServerSubject[] = [
  peer("fastmcp", { eras: ["legacy"] }),
  peer("mcp-framework", { eras: ["legacy"] }),
  peer("mcp-nest", { packageName: "@rekog/mcp-nest" }),
  peer("tmcp"),
  peer("mcp-lite", { eras: ["legacy"], transports: ["http"] }),
  peer("mcp-use", {
    ...{ transports: ["http"], needsNode22: true, hasSessions: false },
    env: { MCP_USE_ANONYMIZED_TELEMETRY: "false" },
  }),
  {
    ...peer("xmcp", { needsNode22: true, hasSessions: false }),
    port: XMCP_PORT,
    command: async (setting) => {
      const built = await buildXmcp(await installPeer("xmcp"), setting.transport, setting.tools, NODE_22.program);
      return { program: NODE_22.program, args: [built], env: settingVariables(setting) };
    },
  },
];

/** What a peer can do. */
interface Abilities {
  /** @default Its name */
  readonly packageName?: string;
  /** @default Both */
  readonly eras?: readonly Era[];
  /** @default Both */
  readonly transports?: readonly Transport[];
  /** @default false */
  readonly needsNode22?: boolean;
  /** Whether legacy clients have sessions over HTTP. @default true */
  readonly hasSessions?: boolean;
  /** What keeps it from reporting its use to its authors. */
  readonly env?: Readonly<Record<string, string>>;
}

function peer(
  name: string,
  {
    packageName = name,
    eras = ["modern", "legacy"],
    transports = ["http", "stdio"],
    needsNode22 = false,
    hasSessions = true,
    env = {},
  }: Abilities = {},
): ServerSubject {
  return {
    name,
    base: needsNode22 ? BARE_NODE_22.name : "bare",
    version: () => installedVersion(packageName, `bench/peers/${name}`),
    lacks: (transport, era) => {
      if (!transports.includes(transport)) return `has no ${transport}`;
      if (!eras.includes(era)) return "does not speak 2026-07-28";
      return needsNode22 ? NODE_22.problem : undefined;
    },
    note: (transport, era) =>
      !hasSessions && transport === "http" && era === "legacy"
        ? "has no sessions: a server for each request"
        : undefined,
    command: async (setting) => {
      const file = join(await installPeer(name), "server.mjs");
      const command = scriptCommand(file, setting, needsNode22 ? NODE_22.program : process.execPath);
      return { ...command, env: { ...command.env, ...env } };
    },
  };
}
