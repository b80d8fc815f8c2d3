import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ABILITIES, type RealClient } from "./real-client.js";
import { connectV1 } from "./sdk.js";

const require = createRequire(import.meta.url);
// It stores sign-ins in this folder.
const CONFIG = join(tmpdir(), "plainmcp-mcp-remote");

/** The bridge through which stdio-only clients reach servers over HTTP. SDK v1 is the client. */
export const MCP_REMOTE: RealClient = {
  name: "mcp-remote",
  package: "mcp-remote",
  era: "legacy",
  transports: ["http"],
  can: ABILITIES,
  async connect(target) {
    if (!("url" in target)) throw new Error("mcp-remote is a bridge to HTTP.");
    const bridge = join(dirname(require.resolve("mcp-remote/package.json")), "dist/proxy.js");
    return connectV1(
      { command: process.execPath, args: [bridge, target.url, "--transport", "http-only", "--silent"] },
      { MCP_REMOTE_CONFIG_DIR: CONFIG },
    );
  },
};
