import { Writable } from "node:stream";
import type { Message } from "@plainmcp/core/internal/engine";
import { describe, expect, test } from "vitest";
import { LineWriter } from "./line-writer.js";

const progress: Message = {
  jsonrpc: "2.0",
  method: "notifications/progress",
  params: { progressToken: 1, progress: 1 },
};
const note: Message = { jsonrpc: "2.0", method: "notifications/message", params: { level: "info", data: 1 } };
const response = (id: number): Message => ({ jsonrpc: "2.0", id, result: {} });

/** A stream that accepts each line when `release` is called, or immediately. */
class Sink extends Writable {
  readonly lines: string[] = [];
  text = "";
  writes = 0;
  readonly #slow: boolean;
  release: () => void = () => undefined;

  constructor(slow = false) {
    super({ highWaterMark: slow ? 1 : 1_000_000 });
    this.#slow = slow;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    if (chunk.length > 0) {
      this.writes += 1;
      this.text += chunk;
      this.lines.push(...chunk.toString().trimEnd().split("\n").map(kind));
    }
    if (this.#slow && chunk.length > 0) this.release = done;
    else done();
  }
}

/** Waits until the event loop has had a whole turn. */
async function turn(): Promise<void> {
  for (let immediates = 0; immediates < 2; immediates += 1) await new Promise((resolve) => setImmediate(resolve));
}

function kind(line: string): string {
  const { id, method } = JSON.parse(line);
  return method ?? `response ${id}`;
}

describe("LineWriter", () => {
  test("writes all lines of one turn of the event loop at once", async () => {
    const sink = new Sink();
    const writer = new LineWriter(sink);
    writer.write(note);
    await Promise.resolve();
    writer.write(response(1));
    await turn();
    expect(sink.lines).toEqual(["notifications/message", "response 1"]);
    expect(sink.writes).toBe(1);
  });

  test("delays a response after progress of its request, and nothing else", async () => {
    const sink = new Sink();
    const writer = new LineWriter(sink);
    writer.write(progress);
    writer.write(progress);
    writer.write(response(1));
    writer.write(response(2));
    await turn();
    expect(sink.lines).toEqual(["notifications/progress", "notifications/progress", "response 2"]);
    await writer.flush();
    expect(sink.lines[3]).toBe("response 1");
  });

  test("does not delay a response whose progress is older than the head start", async () => {
    const sink = new Sink();
    const writer = new LineWriter(sink);
    writer.write(progress);
    writer.write(response(1));
    await writer.flush();
    writer.write(response(1));
    await turn();
    expect(sink.lines).toHaveLength(3);
  });

  test("writes in order, no faster than the stream accepts", async () => {
    const sink = new Sink(true);
    const writer = new LineWriter(sink);
    writer.write(response(1));
    await turn();
    for (const id of [2, 3]) writer.write(response(id));
    await turn();
    expect(sink.lines).toEqual(["response 1"]);
    sink.release();
    await turn();
    expect(sink.lines).toEqual(["response 1", "response 2", "response 3"]);
  });

  test("flush waits for the stream", async () => {
    const sink = new Sink(true);
    const writer = new LineWriter(sink);
    writer.write(response(1));
    let flushed = false;
    const flush = writer.flush().then(() => {
      flushed = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(flushed).toBe(false);
    sink.release();
    await flush;
  });

  test("drops all waiting and all later lines when the stream fails", async () => {
    const sink = new Sink(true);
    const writer = new LineWriter(sink);
    writer.write(response(1));
    const flushing = writer.flush();
    writer.fail(new Error("gone"));
    writer.write(response(2));
    await expect(flushing).rejects.toThrow("gone");
    await expect(writer.flush()).rejects.toThrow("gone");
    await turn();
    expect(sink.lines).toEqual([]);
  });
});

describe("A client that does not read", () => {
  const setUp = () => {
    const sink = new Sink(true);
    const full: boolean[] = [];
    return { sink, full, writer: new LineWriter(sink, 1_000, (isFull) => void full.push(isFull)) };
  };

  test("misses progress and log messages, and is told once", async () => {
    const { sink, writer } = setUp();
    for (let i = 0; i < 200; i++) writer.write(i % 2 === 0 ? note : progress);
    writer.write(response(1));
    await turn();
    sink.release();
    await turn();
    expect(sink.lines.length).toBeLessThan(30);
    expect(sink.text.split("are missing here")).toHaveLength(2);
  });

  test("is told of a later gap, too", async () => {
    const { sink, writer } = setUp();
    for (let gap = 0; gap < 2; gap++) {
      for (let i = 0; i < 100; i++) writer.write(note);
      await turn();
      sink.release();
      await turn();
    }
    expect(sink.text.split("are missing here")).toHaveLength(3);
  });

  test("makes the writer full, until it has read half of it", async () => {
    const { sink, full, writer } = setUp();
    for (let id = 0; id < 100; id++) writer.write(response(id));
    expect(full).toEqual([true]);
    await turn();
    sink.release();
    await turn();
    expect(full).toEqual([true, false]);
    expect(sink.lines).toHaveLength(100);
  });
});
