import { fileURLToPath } from "node:url";
import { type CallToolResult, Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

const PLAINMCP = fileURLToPath(new URL("../../packages/cli/bin/plainmcp.js", import.meta.url));

/** The server in a process of its own, and a client connected to it. */
export interface Server {
  readonly client: Client;
  call(name: string, args?: Record<string, unknown>): Promise<CallToolResult>;
  create(title: string): Promise<{ id: string; title: string }>;
  /** Ids and titles of all notes. */
  all(): Promise<{ id: string; title: string }[]>;
  /** Ends the process with SIGKILL. */
  kill(): void;
}

/**
 * Starts the server on a file of notes. With a `wrapper`, that command is started instead, and gets the server's command
 * as its last arguments.
 */
export async function startServer(file: string, wrapper: readonly string[] = []): Promise<Server> {
  const [command = process.execPath, ...args] = [...wrapper, process.execPath, PLAINMCP, "serve", "server.ts"];
  const client = new Client({ name: "notes-test", version: "1.0.0" }, { versionNegotiation: { mode: "auto" } });
  const transport = new StdioClientTransport({
    command,
    args,
    cwd: import.meta.dirname,
    env: { ...(process.env as Record<string, string>), NOTES_FILE: file },
  });
  await client.connect(transport);
  const call = (name: string, args: Record<string, unknown> = {}) => client.callTool({ name, arguments: args });
  return {
    client,
    call,
    async create(title) {
      const { structuredContent } = await call("create", { title, text: "" });
      return structuredContent as { id: string; title: string };
    },
    async all() {
      const { contents } = await client.readResource({ uri: "notes://all" });
      return contents.flatMap((content) => ("text" in content ? JSON.parse(content.text) : []));
    },
    kill: () => process.kill(transport.pid as number, "SIGKILL"),
  };
}
