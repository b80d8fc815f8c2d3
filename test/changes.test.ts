import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIENTS, type Connection, connect, TRANSPORTS } from "./support/connect.js";
import { type Changes, hearChanges } from "./support/hear-changes.js";
import { MODERN } from "./support/revisions.js";
import { PLAINMCP, startHttp } from "./support/serve.js";

const CELLS = CLIENTS.flatMap((client) => TRANSPORTS.map((transport) => ({ client, transport })));
const BOOK = "library://book/1";

describe.each(CELLS)("$client over $transport", ({ client: clientName, transport }) => {
  let connection: Connection;
  let changes: Changes;

  beforeAll(async () => {
    connection = await connect(clientName, transport, { args: [PLAINMCP, "serve", "test/fixtures/library.ts"] });
    changes = await hearChanges(connection);
  });

  const offer = (offered: boolean, ...names: string[]) => connection.callTool("offer", { names, offered });
  const watched = async () => JSON.stringify((await connection.callTool("watched", {})).content);
  const toolNames = async () => (await connection.client.listTools()).tools.map(({ name }) => name);

  /** Waits until the client has heard exactly this, in any order. */
  const hear = async (...expected: string[]) => {
    await expect.poll(() => [...changes.heard].sort()).toEqual(expected.sort());
    changes.heard.length = 0;
  };

  it("declares that lists change and resources can be subscribed to", () => {
    expect(connection.client.getServerCapabilities()).toMatchObject({
      tools: { listChanged: true },
      prompts: { listChanged: true },
      resources: { listChanged: true, subscribe: true },
    });
  });

  it("hears that a tool is gone, and calling it is as if there were none", async () => {
    const before = await toolNames();
    await offer(false, "spare");
    await hear("tools");
    expect(await toolNames()).toEqual(before.filter((name) => name !== "spare"));
    await expect(connection.callTool("spare", {})).rejects.toMatchObject({
      code: -32602,
      message: expect.stringContaining("Unknown tool: spare"),
    });
    await offer(true, "spare");
    await hear("tools");
    expect(await toolNames()).toEqual(before);
    expect(await connection.callTool("spare", {})).toMatchObject({ content: [{ text: "here" }] });
  });

  it("hears once of each list that has changed, and of no other", async () => {
    await offer(false, "recommend", "library://all", "library://book/{id}");
    await hear("prompts", "resources");
    expect((await connection.client.listPrompts()).prompts).toEqual([]);
    const { resources } = await connection.client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual(["library://book/1/pages?from=3", "library://book/2/pages"]);
    await expect(connection.client.readResource({ uri: BOOK })).rejects.toThrow(/Resource not found/);
    await offer(true, "recommend", "library://all", "library://book/{id}");
    await hear("prompts", "resources");
    // Nothing changes, so nobody is told.
    await offer(true, "recommend");
    await connection.client.listPrompts();
    expect(changes.heard).toEqual([]);
  });

  it("refuses to change what there is not", async () => {
    expect(await offer(false, "spare", "nothing")).toMatchObject({ isError: true });
    expect(await toolNames()).toContain("spare");
  });

  it("hears of the resources it has subscribed to only", async () => {
    const unsubscribe = await changes.subscribe("library://all");
    await connection.callTool("touch", {});
    await hear("library://all");
    await unsubscribe();
    await connection.callTool("touch", {});
    await connection.client.listTools();
    expect(changes.heard).toEqual([]);
  });

  it("has a resource watched for as long as it is subscribed", async () => {
    expect(await watched()).not.toContain(BOOK);
    const unsubscribe = await changes.subscribe(BOOK);
    await expect.poll(watched).toContain(BOOK);
    await connection.callTool("change", { id: "1" });
    await hear(BOOK);
    await unsubscribe();
    await expect.poll(watched).not.toContain(BOOK);
  });

  it("is told that it cannot subscribe to what there is not", async () => {
    if (connection.era === "modern") return;
    await expect(connection.client.subscribeResource({ uri: "library://nothing" })).rejects.toMatchObject({
      message: expect.stringContaining("Resource not found: library://nothing"),
    });
    await expect(connection.client.subscribeResource({ uri: 5 as unknown as string })).rejects.toMatchObject({
      code: -32602,
    });
  });

  it("was sent only messages that the protocol's schema allows", async () => {
    expect(await connection.close()).toEqual([]);
  });
});

describe("over HTTP, clients of both eras", () => {
  let server: Awaited<ReturnType<typeof startHttp>>;
  beforeAll(async () => {
    server = await startHttp([PLAINMCP, "serve", "test/fixtures/library.ts", "--http", "--port", "0"]);
  });
  afterAll(() => server.stop());

  const open = async (mode: "legacy" | { pin: string }) => {
    const client = new Client({ name: "changes-test", version: "1.0.0" }, { versionNegotiation: { mode } });
    await client.connect(new StreamableHTTPClientTransport(new URL(server.url)));
    return client;
  };

  it("share one watch, which ends when the last of them has gone", async () => {
    const clients = [await open("legacy"), await open({ pin: MODERN }), await open({ pin: MODERN })];
    const heard: number[] = [];
    for (const [index, client] of clients.entries()) {
      client.setNotificationHandler("notifications/resources/updated", () => void heard.push(index));
    }
    const [legacy, modern, observer] = clients as [Client, Client, Client];
    const watched = async () => (await observer.callTool({ name: "watched" })).structuredContent;
    await legacy.subscribeResource({ uri: BOOK });
    await modern.listen({ resourceSubscriptions: [BOOK] });
    await expect.poll(watched).toEqual([BOOK]);
    await observer.callTool({ name: "change", arguments: { id: "1" } });
    await expect.poll(() => [...heard].sort()).toEqual([0, 1]);
    await modern.close();
    await observer.callTool({ name: "change", arguments: { id: "1" } });
    await expect.poll(() => heard).toHaveLength(3);
    expect(await watched()).toEqual([BOOK]);
    await (legacy.transport as StreamableHTTPClientTransport).terminateSession();
    await expect.poll(watched).toEqual([]);
    await observer.close();
  });
});
