import { spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIENTS, connect, TRANSPORTS } from "./support/connect.js";
import { type HttpProcess, PLAINMCP, ROOT, startHttp } from "./support/serve.js";

const SERVE = [PLAINMCP, "serve", "test/fixtures/noisy.ts"];
const CELLS = CLIENTS.flatMap((client) => TRANSPORTS.map((transport) => ({ client, transport })));

describe.each(CELLS)("a hostile server, $client over $transport", ({ client, transport }) => {
  it("prints without disturbing the protocol, hides its errors, and gets its arguments by name", async () => {
    const connection = await connect(client, transport, { args: SERVE });
    expect((await connection.callTool("print", {})).content).toEqual([{ type: "text", text: "printed" }]);
    const order = await connection.callTool("order", { b: 3, a: 2 });
    expect(order.structuredContent).toEqual({ a: 2, b: 3 });
    for (const name of ["fail", "reject"]) {
      const failed = await connection.callTool(name, {});
      expect(failed.isError).toBe(true);
      expect(JSON.stringify(failed)).not.toContain("db host");
    }
    const read = connection.client.readResource({ uri: "noisy://secret" });
    await expect(read).rejects.toMatchObject({ code: -32603 });
    await expect(read).rejects.not.toThrow(/db host/);
    expect(await connection.close()).toEqual([]);
  });
});

describe("stdio", () => {
  it("writes nothing but protocol messages, and tells everything else on stderr", async () => {
    const server = await raw([
      {
        id: 1,
        method: "initialize",
        params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "t", version: "1" } },
      },
      { method: "notifications/initialized" },
      { id: 2, method: "tools/call", params: { name: "print", arguments: {} } },
      { id: 3, method: "tools/call", params: { name: "fail", arguments: {} } },
    ]);
    expect(server.lines.map((line) => JSON.parse(line).id).sort()).toEqual([1, 2, 3]);
    for (const printed of [
      "printed while the module loads",
      "child while the module loads",
      "console.log",
      "process.stdout.write",
      "half a line",
      "child",
      "spawned",
    ]) {
      expect(server.stderr).toContain(printed);
    }
    expect(server.stderr).toContain("secret db host");
    expect(server.code).toBe(0);
  });

  it("answers what is in flight when stdin ends", async () => {
    const server = await raw([
      {
        id: 1,
        method: "initialize",
        params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "t", version: "1" } },
      },
      { id: 2, method: "tools/call", params: { name: "slow", arguments: {} } },
    ]);
    expect(JSON.parse(server.lines[1] ?? "{}")).toMatchObject({ id: 2, result: { content: [{ text: "at last" }] } });
    expect(server.code).toBe(0);
  });

  it("answers malformed JSON with -32700, and goes on", async () => {
    const server = await raw(["{ not json", { id: 1, method: "ping" }]);
    expect(JSON.parse(server.lines[0] ?? "{}")).toMatchObject({ error: { code: -32700 } });
    expect(JSON.parse(server.lines[1] ?? "{}")).toMatchObject({ id: 1, result: {} });
  });
});

describe("http", () => {
  let server: HttpProcess;
  beforeAll(async () => {
    server = await startHttp([...SERVE, "--http", "--port", "0"]);
  });
  afterAll(() => server.stop());

  const list = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" });

  it("refuses an evil Origin alone, and an evil Host alone, with 403", async () => {
    expect((await post(server.url, list, { origin: "https://evil.example.com" })).status).toBe(403);
    expect((await post(server.url, list, { origin: "null" })).status).toBe(403);
    expect((await post(server.url, list, { host: "evil.example.com" })).status).toBe(403);
    expect((await post(server.url, list, { origin: "http://localhost:5173" })).status).not.toBe(403);
    expect((await post(server.url, list, {})).status).not.toBe(403);
  });

  it("refuses a body of 10 MiB with 413", async () => {
    const { status, body } = await post(server.url, JSON.stringify({ a: "x".repeat(10 * 1024 * 1024) }), {});
    expect(status).toBe(413);
    expect(JSON.parse(body)).toMatchObject({ jsonrpc: "2.0", error: {} });
  });

  it("answers malformed JSON with -32700", async () => {
    const { status, body } = await post(server.url, "{ not json", {});
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({ jsonrpc: "2.0", error: { code: -32700 } });
  });
});

/** Sends lines to a server on stdio, ends its stdin, and collects all it wrote. */
async function raw(messages: readonly (string | object)[]) {
  const child = spawn(process.execPath, SERVE, { cwd: ROOT, stdio: "pipe" });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
  for (const message of messages) {
    child.stdin.write(`${typeof message === "string" ? message : JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  }
  child.stdin.end();
  const [code] = (await once(child, "close")) as [number | null];
  return { lines, stderr, code };
}

/** `fetch` does not let a test set Host and Origin. */
async function post(url: string, body: string, headers: Record<string, string>) {
  const sent = request(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json, text/event-stream", ...headers },
  });
  sent.end(body);
  const [response] = await once(sent, "response");
  let text = "";
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode as number, body: text };
}
