import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { recordingFetch } from "./recording-fetch.js";
import type { WireLog } from "./wire-log.js";

/** A proxy between any HTTP client and a server. */
export interface RecordingProxy {
  readonly url: string;
  close(): Promise<void>;
}

/** Passes everything on to the server and records every message. */
export async function startRecordingProxy(target: string, log: WireLog): Promise<RecordingProxy> {
  const forward = recordingFetch(log);
  const proxy = createServer(async (request, response) => {
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    try {
      const body = await readBody(request);
      const answer = await forward(target, {
        method: request.method ?? "GET",
        headers: headersOf(request),
        signal: gone.signal,
        ...(body !== "" && { body }),
      });
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.flushHeaders();
      for await (const chunk of answer.body ?? []) response.write(chunk);
      response.end();
    } catch (error) {
      // If the client has disconnected, this is not an error.
      if (gone.signal.aborted) response.destroy();
      else response.destroy(error as Error);
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/mcp`,
    async close() {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  return body;
}

/** Removes the headers that are about one of the two connections. */
function headersOf(request: IncomingMessage): [string, string][] {
  const own = ["host", "connection", "content-length", "transfer-encoding", "keep-alive", "expect"];
  return Object.entries(request.headers).flatMap(([name, value]) =>
    own.includes(name) || value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
}
