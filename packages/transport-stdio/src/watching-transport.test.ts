import type { JSONRPCMessage, Transport } from "@modelcontextprotocol/server";
import { expect, test } from "vitest";
import { WatchingTransport } from "./watching-transport.js";

/** A transport whose other side is the test. */
function open() {
  const inner: Transport = {
    start: () => Promise.resolve(),
    send: () => Promise.resolve(),
    close: async () => inner.onclose?.(),
  };
  const watched: string[][] = [];
  const transport = new WatchingTransport(inner, (uris) => {
    watched.push([...uris]);
    return () =>
      void watched.splice(
        watched.findIndex((entry) => String(entry) === String(uris)),
        1,
      );
  });
  return { inner, transport, watched };
}

const acknowledge = (id: number | string, ...resourceSubscriptions: string[]): JSONRPCMessage => ({
  jsonrpc: "2.0",
  method: "notifications/subscriptions/acknowledged",
  params: { _meta: { "io.modelcontextprotocol/subscriptionId": id }, notifications: { resourceSubscriptions } },
});
const cancel = (requestId: number | string): JSONRPCMessage => ({
  jsonrpc: "2.0",
  method: "notifications/cancelled",
  params: { requestId },
});

test("watches from the acknowledgement until the client cancels, by ids that are told apart", async () => {
  const { inner, transport, watched } = open();
  await transport.send(acknowledge(1, "a:b"));
  await transport.send(acknowledge("1", "c:d"));
  expect(watched).toEqual([["a:b"], ["c:d"]]);
  inner.onmessage?.(cancel("2"));
  inner.onmessage?.(cancel("1"));
  expect(watched).toEqual([["a:b"]]);
});

test("watches until the server ends it", async () => {
  const { transport, watched } = open();
  await transport.send(acknowledge(1, "a:b"));
  await transport.send({ jsonrpc: "2.0", id: 2, result: {} });
  expect(watched).toHaveLength(1);
  await transport.send({ jsonrpc: "2.0", id: 1, result: {} });
  expect(watched).toEqual([]);
});

test("watches what the id was used for last, and until the connection closes", async () => {
  const { transport, watched } = open();
  let closed = false;
  transport.onclose = () => {
    closed = true;
  };
  await transport.send(acknowledge(1, "a:b"));
  await transport.send(acknowledge(1, "c:d"));
  await transport.send(acknowledge(2, "e:f"));
  expect(watched).toEqual([["c:d"], ["e:f"]]);
  await transport.close();
  expect(watched).toEqual([]);
  expect(closed).toBe(true);
});
