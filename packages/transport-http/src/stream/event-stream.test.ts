import { expect, test } from "vitest";
import { EventStream } from "./event-stream.js";
import { KeepAlive } from "./keep-alive.js";

const open = () => {
  const ended: boolean[] = [];
  const stream = new EventStream(new KeepAlive(0), (isRead) => void ended.push(isRead));
  return { stream, ended };
};

test("sends messages written before and after somebody reads, and reports that all were read", async () => {
  const { stream, ended } = open();
  stream.write({ a: 1 }, "id/1");
  const text = stream.toResponse({ "mcp-session-id": "s" }).text();
  stream.writeText("retry: 5\n\n");
  stream.write({ b: 2 });
  stream.end();
  expect(ended).toEqual([]);
  expect(await text).toBe('event: message\nid: id/1\ndata: {"a":1}\n\nretry: 5\n\nevent: message\ndata: {"b":2}\n\n');
  expect(ended).toEqual([true]);
});

test("reports that it was cancelled, even with nothing left to send", async () => {
  const { stream, ended } = open();
  const reader = stream.toResponse().body?.getReader();
  stream.write({ a: 1 });
  stream.write({ b: 2 });
  stream.end();
  await reader?.read();
  await reader?.cancel();
  expect(ended).toEqual([false]);
  expect(stream.isOpen).toBe(false);
});

test("ignores messages after its end", async () => {
  const { stream } = open();
  stream.end();
  stream.write({ a: 1 });
  expect(await stream.toResponse().text()).toBe("");
});
