import { expect, test } from "vitest";
import { EventStream } from "./event-stream.js";
import { KeepAlive } from "./keep-alive.js";

const FIRST = { jsonrpc: "2.0", method: "a" } as const;
const SECOND = { jsonrpc: "2.0", method: "b" } as const;

const open = () => {
  const ended: boolean[] = [];
  const stream = new EventStream(new KeepAlive(0), (isRead) => void ended.push(isRead));
  return { stream, ended };
};

test("sends messages written before and after somebody reads, and reports that all were read", async () => {
  const { stream, ended } = open();
  stream.write(FIRST, "id/1");
  const text = stream.toAnswer().toResponse().text();
  stream.writeText("retry: 5\n\n");
  stream.write(SECOND);
  stream.end();
  expect(ended).toEqual([]);
  expect(await text).toBe(
    'event: message\nid: id/1\ndata: {"jsonrpc":"2.0","method":"a"}\n\nretry: 5\n\nevent: message\ndata: {"jsonrpc":"2.0","method":"b"}\n\n',
  );
  expect(ended).toEqual([true]);
});

test("reports that it was cancelled, even with nothing left to send", async () => {
  const { stream, ended } = open();
  const reader = stream.toAnswer().toResponse().body?.getReader();
  stream.write(FIRST);
  stream.write(SECOND);
  stream.end();
  await reader?.read();
  await reader?.cancel();
  expect(ended).toEqual([false]);
  expect(stream.isOpen).toBe(false);
});

test("ignores messages after its end", async () => {
  const { stream } = open();
  stream.end();
  stream.write(FIRST);
  expect(await stream.toAnswer().toResponse().text()).toBe("");
});
