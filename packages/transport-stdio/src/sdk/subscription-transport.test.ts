import type { JSONRPCMessage, Transport } from "@modelcontextprotocol/server";
import type { Engine, TaskListening } from "@plainmcp/core/internal/engine";
import { expect, test } from "vitest";
import { SubscriptionTransport } from "./subscription-transport.js";

/** A transport whose other side is the test, with tasks that are found when the test says so. */
function open() {
  const sent: JSONRPCMessage[] = [];
  const received: JSONRPCMessage[] = [];
  const told = new Set<string>();
  const finds: ((error?: Error) => void)[] = [];
  const inner: Transport = {
    start: () => Promise.resolve(),
    send: async (message) => {
      sent.push(message);
    },
    close: async () => inner.onclose?.(),
  };
  const watched: (readonly string[])[] = [];
  const watch: Engine["watch"] = (uris) => {
    watched.push(uris);
    return () => void watched.splice(watched.indexOf(uris), 1);
  };
  const listenToTasks: Engine["listenToTasks"] = () =>
    new Promise((resolve, reject) => {
      const begin = () => {
        told.add("t");
        return () => void told.delete("t");
      };
      const acknowledge: TaskListening["acknowledge"] = (message) => ({ ...message, params: { tasks: "granted" } });
      finds.push((error) => (error ? reject(error) : resolve({ acknowledge, begin })));
    });
  const transport = new SubscriptionTransport(inner, { watch, listenToTasks });
  transport.onmessage = (message) => void received.push(message);
  return { inner, transport, sent, received, told, finds, watched };
}

const LISTEN: JSONRPCMessage = {
  jsonrpc: "2.0",
  id: 1,
  method: "subscriptions/listen",
  params: { notifications: { taskIds: ["t"] } },
};
const CANCEL: JSONRPCMessage = { jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 1 } };
const ACKNOWLEDGED: JSONRPCMessage = {
  jsonrpc: "2.0",
  method: "notifications/subscriptions/acknowledged",
  params: { _meta: { "io.modelcontextprotocol/subscriptionId": 1 }, notifications: {} },
};
const soon = () => new Promise((resolve) => setImmediate(resolve));

test("tells of tasks from the acknowledgement until the client cancels", async () => {
  const { inner, transport, sent, received, told, finds } = open();
  inner.onmessage?.(LISTEN);
  finds[0]?.();
  await soon();
  expect(received).toEqual([LISTEN]);
  await transport.send(ACKNOWLEDGED);
  expect(sent).toMatchObject([{ params: { tasks: "granted" } }]);
  expect(told.size).toBe(1);
  inner.onmessage?.(CANCEL);
  expect(told.size).toBe(0);
});

test("forgets a subscription that is cancelled before its tasks are found", async () => {
  const { inner, transport, sent, received, told, finds } = open();
  for (const error of [undefined, new Error("late")]) {
    inner.onmessage?.(LISTEN);
    inner.onmessage?.(CANCEL);
    finds.shift()?.(error);
    await soon();
  }
  expect(received).toEqual([CANCEL, CANCEL]);
  await transport.send(ACKNOWLEDGED);
  expect(told.size).toBe(0);
  expect(sent).toEqual([ACKNOWLEDGED]);
});

test("does not begin to tell when the client cancels while the acknowledgement is written", async () => {
  const { inner, transport, told, finds } = open();
  inner.onmessage?.(LISTEN);
  finds[0]?.();
  await soon();
  const written = transport.send(ACKNOWLEDGED);
  inner.onmessage?.(CANCEL);
  await written;
  expect(told.size).toBe(0);
});

test("fails nothing when the connection is over before the tasks are found", async () => {
  const { inner, transport, sent, received, finds } = open();
  inner.onmessage?.(LISTEN);
  await transport.close();
  finds[0]?.(new Error("late"));
  await soon();
  expect([...sent, ...received]).toEqual([]);
});

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
