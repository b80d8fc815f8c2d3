import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { recordLines } from "./lane/record-traffic.js";
import { startRecordingProxy } from "./recording-proxy.js";
import { startHttp } from "./serve.js";
import { WireLog } from "./wire-log.js";

/** How a client reaches a server. */
export type ServerTarget = { readonly command: string; readonly args: readonly string[] } | { readonly url: string };

/** A server whose messages are recorded. */
export interface RecordedServer<Target extends ServerTarget> {
  readonly target: Target;
  /** Ends the server, and returns what was recorded. */
  close(): Promise<Pick<WireLog, "problems" | "revision">>;
}

/** A server over stdio. Each client starts its own process. @param args Arguments of `node` */
export function recordedStdio(args: readonly string[]): RecordedServer<Extract<ServerTarget, { command: string }>> {
  const folder = mkdtempSync(join(tmpdir(), "plainmcp-wire-"));
  const file = join(folder, "wire");
  const tee = fileURLToPath(new URL("./tee.mjs", import.meta.url));
  return {
    target: { command: process.execPath, args: [tee, file, process.execPath, ...args] },
    async close() {
      const log = new WireLog();
      for (const line of readFileSync(file, "utf8").split("\n")) {
        if (line.startsWith(">")) log.sent(line.slice(1));
        if (line.startsWith("<")) log.received(line.slice(1));
      }
      recordLines(file, args);
      rmSync(folder, { recursive: true });
      return log;
    },
  };
}

/** A running server over HTTP. @param args Arguments of `node` */
export async function recordedHttp(
  args: readonly string[],
): Promise<RecordedServer<Extract<ServerTarget, { url: string }>>> {
  const log = new WireLog();
  const server = await startHttp(args);
  const proxy = await startRecordingProxy(server.url, log);
  return {
    target: { url: proxy.url },
    async close() {
      await proxy.close();
      await server.stop();
      return log;
    },
  };
}
