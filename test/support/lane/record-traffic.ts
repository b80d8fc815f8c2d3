import { randomUUID } from "node:crypto";
import { copyFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** One HTTP request that was recorded, and its answer. */
export interface RecordedExchange {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  session: string | undefined;
  answer: string;
}

/** What one client or suite has said to one server. */
export interface RecordedTraffic {
  /** The file that was served. */
  readonly server: string;
  readonly exchanges: readonly RecordedExchange[];
}

/** The folder in which `record.ts` collects traffic. Without it, nothing is recorded. */
const FOLDER = process.env.RECORD_TRAFFIC;

/** Headers that say nothing to our servers, or only where the client runs. */
const LEFT_OUT =
  /^(?:host|connection|content-length|transfer-encoding|user-agent|sec-.*|accept-(?:language|encoding))$/;

/** Records what is said to a server over HTTP, if that is wanted. Returns the URL that clients use then. */
export async function recordHttp(url: string, args: readonly string[]): Promise<{ url: string; close(): void }> {
  if (FOLDER === undefined) return { url, close: () => undefined };
  const exchanges: RecordedExchange[] = [];
  const proxy = createServer(async (request, response) => {
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const { method = "GET" } = request;
    const all = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
    const headers = Object.fromEntries(all.filter(([name]) => !LEFT_OUT.test(name)));
    const exchange: RecordedExchange = { method, headers, body, session: undefined, answer: "" };
    exchanges.push(exchange);
    try {
      const answer = await fetch(url, { method, headers, signal: gone.signal, ...(body !== "" && { body }) });
      exchange.session = answer.headers.get("mcp-session-id") ?? undefined;
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.flushHeaders();
      for await (const chunk of answer.body ?? []) {
        exchange.answer += new TextDecoder().decode(chunk);
        response.write(chunk);
      }
      response.end();
    } catch {
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/mcp`,
    close() {
      proxy.closeAllConnections();
      proxy.close();
      const traffic: RecordedTraffic = { server: serverIn(args), exchanges };
      writeFileSync(join(FOLDER, `${randomUUID()}.json`), JSON.stringify(traffic));
    },
  };
}

/** Keeps what was said over stdio, if that is wanted. @param file As `tee.mjs` writes it */
export function recordLines(file: string, args: readonly string[]): void {
  if (FOLDER === undefined) return;
  const name = join(FOLDER, randomUUID());
  copyFileSync(file, `${name}.lines`);
  writeFileSync(`${name}.server`, serverIn(args));
}

function serverIn(args: readonly string[]): string {
  return args.find((arg) => arg.endsWith(".ts"))?.replace(/^.*\/(?=(?:examples|test)\/)/, "") ?? "";
}
