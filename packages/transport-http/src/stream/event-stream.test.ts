import { describe, expect, test, vi } from "vitest";
import type { Reader } from "../limits/reader.js";
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

describe("a client that does not read", () => {
  const LOG = {
    jsonrpc: "2.0",
    method: "notifications/message",
    params: { level: "info", data: "x".repeat(100) },
  } as const;
  const small = () => {
    const ended: boolean[] = [];
    const gone: string[] = [];
    const stream = new EventStream(new KeepAlive(0, 1_000), (isRead) => void ended.push(isRead));
    stream.onDisconnect(() => void gone.push("disconnected"));
    return { stream, ended, gone };
  };

  test("misses progress and log messages, is told once, and gets its answer", async () => {
    const { stream, ended } = small();
    for (let i = 0; i < 100; i++) stream.write(LOG);
    stream.write({ jsonrpc: "2.0", id: 1, result: {} });
    stream.end();
    const messages = (await stream.toAnswer().toResponse().text()).split("\n\n").filter(Boolean);
    expect(messages.length).toBeLessThan(10);
    expect(messages.slice(-2)).toEqual([
      expect.stringContaining("messages are missing here"),
      expect.stringContaining('"result":{}'),
    ]);
    expect(ended).toEqual([true]);
  });

  test("gets them again once it reads, and is told of a later gap, too", async () => {
    const { stream } = small();
    const gap = async () => {
      for (let i = 0; i < 100; i++) stream.write(LOG);
      return ((await stream.take()) ?? []).filter((chunk) => String(chunk).includes("are missing here")).length;
    };
    const first = await gap();
    // It has read everything, and waits for more.
    const more = stream.take();
    stream.write(FIRST);
    await more;
    expect([first, await gap()]).toEqual([1, 1]);
  });

  test("is disconnected if what it cannot miss still comes", () => {
    const { stream, ended, gone } = small();
    for (let i = 0; i < 50; i++) stream.write(FIRST);
    expect([ended, gone, stream.isOpen]).toEqual([[false], ["disconnected"], false]);
  });

  test("is disconnected if it reads nothing while it misses as much again", () => {
    vi.useFakeTimers();
    try {
      const { stream, ended, gone } = small();
      for (let i = 0; i < 100; i++) stream.write(LOG);
      vi.advanceTimersByTime(900);
      expect(gone).toEqual([]);
      vi.advanceTimersByTime(200);
      expect([ended, gone]).toEqual([[false], ["disconnected"]]);
    } finally {
      vi.useRealTimers();
    }
  });

  test("is not disconnected if it reads some of it", async () => {
    vi.useFakeTimers();
    try {
      const { stream, gone } = small();
      for (let i = 0; i < 100; i++) stream.write(LOG);
      await stream.take();
      vi.advanceTimersByTime(2_000);
      expect(gone).toEqual([]);
      stream.finish(true);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test("still waits for what is being written", async () => {
    const { stream, gone } = small();
    for (let i = 0; i < 15; i++) stream.write(FIRST);
    await stream.take();
    for (let i = 0; i < 15; i++) stream.write(FIRST);
    expect(gone).toEqual(["disconnected"]);
  });

  test("sees an error where the runtime has web streams", async () => {
    const { stream } = small();
    const text = stream.toAnswer().toResponse().text();
    for (let i = 0; i < 50; i++) stream.write(FIRST);
    await expect(text).rejects.toThrow("reads too slowly");
  });

  test("counts for all that the server holds", () => {
    const { stream } = small();
    const waiting: number[] = [];
    const reader = {
      isTooSlow: () => undefined,
      waits: (bytes: number) => void waiting.push(bytes),
      end: () => void waiting.push(-1),
    };
    stream.write(FIRST);
    stream.count(reader as unknown as Reader);
    stream.write(FIRST);
    const taken = stream.take();
    stream.finish(true);
    void taken;
    void stream.take();
    const [one, two, ...rest] = waiting;
    expect([two, ...rest]).toEqual([2 * (one as number), two, -1]);
  });
});
