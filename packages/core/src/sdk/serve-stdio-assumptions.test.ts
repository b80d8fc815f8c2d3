// Tests what our classes assume about the SDK beyond its documentation, against the SDK alone: docs/decisions/0002.
import { type JSONRPCMessage, Server, type Transport } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { expect, test, vi } from "vitest";

const META = "io.modelcontextprotocol/";

/** A transport that the test controls. */
class TestTransport implements Transport {
  onmessage?: Transport["onmessage"];
  onclose?: Transport["onclose"];
  readonly sent: JSONRPCMessage[] = [];

  async start(): Promise<void> {}

  async close(): Promise<void> {
    this.onclose?.();
  }

  async send(message: JSONRPCMessage): Promise<void> {
    this.sent.push(message);
  }
}

/** Serves a client's first message, and records the order of events. */
function serve() {
  const transport = new TestTransport();
  const events: string[] = [];
  const connection = serveStdio(
    ({ era }) => {
      events.push(`factory for ${era}`);
      const server = new Server({ name: "alone", version: "1.0.0" }, { capabilities: { tools: {} } });
      server.setRequestHandler("tools/list", () => {
        events.push("handler");
        return { tools: [] };
      });
      return server;
    },
    { transport },
  );
  const request = async (message: { readonly id: number; readonly method: string; readonly params?: object }) => {
    transport.onmessage?.({ jsonrpc: "2.0", ...message } as JSONRPCMessage);
    return await vi.waitUntil(() => transport.sent.find((sent) => "id" in sent && sent.id === message.id));
  };
  return { events, request, connection };
}

const _meta = { [`${META}protocolVersion`]: "2026-07-28", [`${META}clientCapabilities`]: {} };
const INITIALIZE = {
  ...{ id: 1, method: "initialize" },
  params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "test", version: "1.0.0" } },
};

// serve-connection.ts: the era that the factory is called with decides whether engine or SDK serves subscriptions.
test.each([
  ["a modern client", "modern", { id: 2, method: "tools/list", params: { _meta } }],
  ["a legacy client that begins with a call", "legacy", { id: 2, method: "tools/list" }],
])("the SDK calls the factory once with the era of %s, before it delivers the first message", async (...row) => {
  const [, era, message] = row;
  const { events, request, connection } = serve();
  expect(await request(message)).toMatchObject({ result: { tools: [] } });
  expect(await request({ ...message, id: 3 })).toMatchObject({ result: { tools: [] } });
  expect(events).toEqual([`factory for ${era}`, "handler", "handler"]);
  await connection.close();
});

// serve-connection.ts: the era that is recorded last is the client's.
test("the SDK calls the factory again for a client that only probed for the modern era", async () => {
  const { events, request, connection } = serve();
  await request({ id: 5, method: "server/discover", params: { _meta } });
  expect(events).toEqual(["factory for modern"]);
  expect(await request(INITIALIZE)).toMatchObject({ result: { protocolVersion: "2025-11-25" } });
  expect(events).toEqual(["factory for modern", "factory for legacy"]);
  await connection.close();
});
