import { once } from "node:events";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Client as ClientV1 } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport as StreamableHTTPClientTransportV1 } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Stage } from "../fixtures/test-server.js";
import { type HttpServer, serveEngine } from "./node/serve-http-engine.js";

const info = { name: "test", version: "1.0.0" };
let stage: Stage;
let server: HttpServer;
let url: URL;

beforeEach(async () => {
  stage = new Stage();
  server = await serveEngine(stage.engine, { port: 0, shutdownGraceMs: 0 });
  url = new URL(server.url);
});
afterEach(() => server.close());

describe.each([
  ["modern", { mode: "auto" }],
  ["legacy", { mode: "legacy" }],
] as const)("the official client, %s", (era, versionNegotiation) => {
  test("lists, calls, sees progress, cancels and closes", async () => {
    const client = new Client(info, { versionNegotiation });
    await client.connect(new StreamableHTTPClientTransport(url));
    expect(client.getProtocolEra()).toBe(era);
    expect((await client.listTools()).tools.map(({ name }) => name)).toContain("echo");

    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => client.callTool({ name: "echo", arguments: { text: `${i}` } })),
    );
    expect(answers.map(({ content }) => content)).toEqual(answers.map((_, i) => [{ type: "text", text: `${i}` }]));

    const call = client.callTool({ name: "progress" }, { onprogress: () => stage.emit("release") });
    expect((await call).content).toEqual([{ type: "text", text: "released" }]);

    const [started, aborted] = [once(stage, "started"), once(stage, "aborted")];
    const controller = new AbortController();
    const waiting = client.callTool({ name: "wait" }, { signal: controller.signal });
    await started;
    controller.abort("enough");
    await expect(waiting).rejects.toThrow();
    await aborted;
    await client.close();
  });
});

test("the client of version 1 calls, is asked, and ends its session", async () => {
  const client = new ClientV1(info, { capabilities: { elicitation: {} } });
  client.setRequestHandler(ElicitRequestSchema, () => ({ action: "decline" as const }));
  const transport = new StreamableHTTPClientTransportV1(url);
  // The types of version 1 are not made for exactOptionalPropertyTypes.
  await client.connect(transport as Parameters<typeof client.connect>[0]);
  expect((await client.callTool({ name: "echo", arguments: { text: "hello" } })).content).toEqual([
    { type: "text", text: "hello" },
  ]);
  const call = client.callTool({ name: "progress" }, undefined, { onprogress: () => stage.emit("release") });
  expect((await call).content).toEqual([{ type: "text", text: "released" }]);
  expect((await client.callTool({ name: "ask" })).content).toEqual([{ type: "text", text: "decline" }]);
  await transport.terminateSession();
  await expect(client.listTools()).rejects.toThrow();
  await client.close();
});
