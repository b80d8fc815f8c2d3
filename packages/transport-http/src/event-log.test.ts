import type { JSONRPCMessage } from "@modelcontextprotocol/server";
import { expect, test } from "vitest";
import { EventLog } from "./event-log.js";

const note = (data: unknown): JSONRPCMessage => ({
  jsonrpc: "2.0",
  method: "notifications/message",
  params: { level: "info", data },
});

async function replay(log: EventLog, lastEventId: string): Promise<unknown[]> {
  const seen: unknown[] = [];
  await log.replayEventsAfter(lastEventId, {
    send: (_, message) => {
      seen.push("params" in message && message.params?.data);
      return Promise.resolve();
    },
  });
  return seen;
}

test("replays what came after an event, of its stream only", async () => {
  const log = new EventLog();
  const first = await log.storeEvent("a", note(1));
  await log.storeEvent("b", note(2));
  const third = await log.storeEvent("a", note(3));
  expect(new Set([first, third]).size).toBe(2);
  expect(await replay(log, first)).toEqual([3]);
  expect(await replay(log, third)).toEqual([]);
});

test("knows the stream of an event, of the standing one too", async () => {
  const log = new EventLog();
  for (const stream of ["_GET_stream", crypto.randomUUID()]) {
    expect(await log.getStreamIdForEventId(await log.storeEvent(stream, note(1)))).toBe(stream);
  }
  expect(await log.getStreamIdForEventId("nonsense")).toBeUndefined();
  await expect(replay(log, "nonsense")).rejects.toThrow();
});

test("keeps the latest events, by their number and by their size", async () => {
  const log = new EventLog();
  const first = await log.storeEvent("a", note(0));
  for (let i = 1; i <= 300; i++) await log.storeEvent("a", note(i));
  expect(await replay(log, first)).toEqual(Array.from({ length: 256 }, (_, i) => i + 45));
  await log.storeEvent("a", note("x".repeat(200_000)));
  await log.storeEvent("a", note("y".repeat(200_000)));
  expect(await replay(log, first)).toEqual(["y".repeat(200_000)]);
});
