import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { createHttpHandler } from "@plainmcp/transport-http";
import { expect, test } from "vitest";
import { Greenhouse } from "./greenhouse";

test("a client opens windows, measures and waters", async () => {
  const handler = createHttpHandler(Greenhouse);
  const client = new Client({ name: "test", version: "1.0.0" });
  const fetch = (url: string | URL, init?: RequestInit) => handler.fetch(new Request(url, init));
  await client.connect(new StreamableHTTPClientTransport(new URL("http://localhost/mcp"), { fetch }));
  const call = async (name: string, args = {}) => (await client.callTool({ name, arguments: args })).content;
  expect(await call("open", { count: 2 })).toEqual([{ type: "text", text: "2 open, warm" }]);
  expect(await call("temperature", { unit: "kelvin" })).toEqual([{ type: "text", text: "293" }]);
  expect(await call("water")).toEqual([{ type: "text", text: "watered" }]);
  await client.close();
});
