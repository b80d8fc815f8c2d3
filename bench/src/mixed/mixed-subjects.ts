import { join } from "node:path";
import { installedVersion } from "../servers/installed-version.js";
import { onBun } from "../servers/on-bun.js";
import { scriptCommand } from "../servers/script-command.js";
import type { ServerSubject } from "../servers/server-subject.js";
import { runProcess } from "../shared/run-process.js";
import { createWorkFolder, ROOT } from "../shared/work-folder.js";

/** The same tools in each, on Node. */
const ON_NODE: readonly ServerSubject[] = [
  script("bare", () => `Node ${process.version}`),
  {
    ...script("ours", () => installedVersion("@plainmcp/core")),
    command: async ({ port }) => {
      return { program: process.execPath, args: [await buildShop(), "--port", String(port)], env: {} };
    },
  },
  script("sdk-v2", () => installedVersion("@modelcontextprotocol/server")),
  script("sdk-v2-mcpserver", () => installedVersion("@modelcontextprotocol/server")),
  legacyOnly(script("sdk-v1", () => installedVersion("@modelcontextprotocol/sdk"))),
  legacyOnly(script("sdk-v1-stateless", () => installedVersion("@modelcontextprotocol/sdk"))),
];

/** All servers of the mixed load, in the order of the tables. */
export const MIXED_SUBJECTS: readonly ServerSubject[] = [...ON_NODE, ...ON_NODE.map(onBun)];

function script(name: string, version: () => string): ServerSubject {
  return {
    name,
    base: "bare",
    version,
    lacks: () => undefined,
    command: async (setting) => scriptCommand(`bench/mixed/${name}.mjs`, setting),
  };
}

function legacyOnly(subject: ServerSubject): ServerSubject {
  return { ...subject, lacks: (_, era) => (era === "modern" ? "does not speak 2026-07-28" : undefined) };
}

/** What `plainmcp build` makes of the class, once in a process. */
function buildShop(): Promise<string> {
  built ??= build();
  return built;
}

let built: Promise<string> | undefined;

async function build(): Promise<string> {
  const folder = createWorkFolder();
  const source = join(ROOT, "bench/mixed/server.ts");
  const plainmcp = join(ROOT, "packages/cli/bin/plainmcp.js");
  await runProcess([plainmcp, "build", source, "--transport", "http", "--out-dir", folder], { cwd: ROOT });
  return join(folder, "server.mjs");
}
