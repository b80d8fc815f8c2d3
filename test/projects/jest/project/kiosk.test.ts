import { readFileSync } from "node:fs";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { defineServer } from "@plainmcp/core";
import { createHttpHandler } from "@plainmcp/transport-http";
import { Kiosk } from "./kiosk.js";

test("a client buys newspapers", async () => {
  const manifest = JSON.parse(readFileSync("manifest.json", "utf8"));
  const handler = createHttpHandler(defineServer(Kiosk, { manifest }));
  const client = new Client({ name: "test", version: "1.0.0" });
  const fetch = (url: string | URL, init?: RequestInit) => handler.fetch(new Request(url, init));
  await client.connect(new StreamableHTTPClientTransport(new URL("http://localhost/mcp"), { fetch }));
  const { content } = await client.callTool({ name: "sell", arguments: { copies: 2 } });
  expect(content).toEqual([{ type: "text", text: "sold 2" }]);
  await client.close();
});
