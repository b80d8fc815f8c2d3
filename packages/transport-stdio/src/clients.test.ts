import process from "node:process";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { Client as ClientV1 } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as StdioClientTransportV1 } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildFixture } from "../fixtures/child-server.js";

let fixture: ReturnType<typeof buildFixture>;
beforeAll(() => {
  fixture = buildFixture("main");
});
afterAll(() => fixture.remove());

// The clients lose progress when they are too busy to read it before the response, so a loaded machine gets another try.
const RETRY = { retry: 3 };
const info = { name: "test", version: "1.0.0" };
const command = () => ({ command: process.execPath, args: [fixture.file], stderr: "ignore" as const });

describe.each([
  ["modern", { mode: "auto" }],
  ["legacy", { mode: "legacy" }],
] as const)("the official client, %s", (era, versionNegotiation) => {
  test("lists, calls, sees progress, cancels and closes", RETRY, async () => {
    const client = new Client(info, { versionNegotiation });
    await client.connect(new StdioClientTransport(command()));
    expect(client.getProtocolEra()).toBe(era);
    expect((await client.listTools()).tools.map(({ name }) => name)).toContain("echo");

    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => client.callTool({ name: "echo", arguments: { text: `${i}` } })),
    );
    expect(answers.map(({ content }) => content)).toEqual(answers.map((_, i) => [{ type: "text", text: `${i}` }]));

    const seen: number[] = [];
    await client.callTool(
      { name: "progress", arguments: { count: 3 } },
      { onprogress: ({ progress }) => seen.push(progress) },
    );
    expect(seen).toEqual([1, 2, 3]);

    const controller = new AbortController();
    const hanging = client.callTool({ name: "hang" }, { signal: controller.signal });
    controller.abort("enough");
    await expect(hanging).rejects.toThrow();
    await client.close();
  });
});

test("the client of version 1", RETRY, async () => {
  const client = new ClientV1(info, { capabilities: { elicitation: {} } });
  await client.connect(new StdioClientTransportV1(command()));
  expect((await client.callTool({ name: "echo", arguments: { text: "hello" } })).content).toEqual([
    { type: "text", text: "hello" },
  ]);
  const seen: number[] = [];
  await client.callTool({ name: "progress", arguments: { count: 3 } }, undefined, {
    onprogress: ({ progress }) => seen.push(progress),
  });
  expect(seen).toEqual([1, 2, 3]);
  await client.close();
});
