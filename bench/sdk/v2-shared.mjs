// What test/fixtures/shared.ts has, by the SDK's McpServer with zod, and served as its guide does: for the soak that compares
// how both withstand one client that asks for too much.
import { setTimeout as sleep } from "node:timers/promises";
import { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { serveV2Http } from "./serve-v2-http.mjs";

const text = (value) => ({ content: [{ type: "text", text: value }] });

function createServer() {
  const server = new McpServer({ name: "shared", version: "1.0.0" }, { capabilities: { logging: {} } });
  const tool = (name, inputSchema, run) => server.registerTool(name, { inputSchema: z.object(inputSchema) }, run);
  tool("add", { a: z.number(), b: z.number() }, ({ a, b }) => text(String(a + b)));
  tool("wait", { ms: z.number(), text: z.string().optional() }, async ({ ms }, { mcpReq: { signal } }) => {
    await sleep(ms, undefined, { signal });
    return text("waited");
  });
  tool("long", { size: z.number() }, ({ size }) => text("y".repeat(size)));
  tool("tell", { count: z.number(), size: z.number() }, async ({ count, size }, { mcpReq }) => {
    const data = "x".repeat(size);
    for (let i = 0; i < count; i++) {
      void mcpReq.log("info", data);
      if (i % 10 === 0) await sleep(1, undefined, { signal: mcpReq.signal });
    }
    return text("told");
  });
  tool("memory", {}, () => {
    globalThis.gc?.();
    const { heapUsed: heap, external, rss } = process.memoryUsage();
    return text(JSON.stringify({ heap, external, rss }));
  });
  return server;
}

const http = serveV2Http(createServer);
http.on("listening", () => console.error(`http://127.0.0.1:${http.address().port}/mcp`));
