import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readToEnd } from "./read-to-end.js";

/** A reader that records progress. */
function recorder(signal: AbortSignal = new AbortController().signal) {
  const progress: unknown[][] = [];
  return { context: { signal, progress: (...args: unknown[]) => void progress.push(args) }, progress };
}

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);

describe("readToEnd", () => {
  async function* count(): AsyncGenerator<unknown, unknown> {
    yield "one";
    yield 2;
    return "done";
  }

  it("collects what a generator yields and reports each value", async () => {
    const { progress, ...reader } = recorder();
    expect(await readToEnd(count(), "list", reader)).toEqual(["one", 2]);
    expect(progress).toEqual([
      [1, undefined, "one"],
      [2, undefined, undefined],
    ]);
  });

  it("uses what a generator returns as the result, by its type or, without one, by the value", async () => {
    const reader = recorder();
    const some = (function* () {
      yield 1;
    })();
    expect(await readToEnd(count(), "returned", reader)).toBe("done");
    expect(await readToEnd(count(), "any", reader)).toBe("done");
    expect(await readToEnd(some, "any", reader)).toEqual([1]);
  });

  it("returns nothing if a generator with a result ends early", async () => {
    const early = (function* () {
      yield 1;
    })();
    expect(await readToEnd(early, "returned", recorder())).toBeUndefined();
  });

  it("reports yields as progress that never decreases, if the generator returns a result", async () => {
    const { progress, ...reader } = recorder();
    async function* work() {
      yield 10;
      yield "ten";
      yield { progress: 20, total: 40, message: "half" };
      yield { progress: 5 };
      yield { rows: [1] };
      yield Number.NaN;
      yield { progress: 40, total: "all", message: 1 };
      return null;
    }
    expect(await readToEnd(work(), "returned", reader)).toBeNull();
    expect(progress).toEqual([
      [10, undefined, undefined],
      [11, undefined, "ten"],
      [20, 40, "half"],
      [21, undefined, undefined],
      [22, undefined, undefined],
      [40, undefined, undefined],
    ]);
  });

  it("lets a generator clean up when the call is aborted", async () => {
    const controller = new AbortController();
    const events: string[] = [];
    async function* work() {
      try {
        yield 1;
        controller.abort(new Error("stop"));
        yield 2;
        events.push("went on");
      } finally {
        events.push("cleaned up");
      }
    }
    await expect(readToEnd(work(), "list", recorder(controller.signal))).rejects.toThrow("stop");
    expect(events).toEqual(["cleaned up"]);
  });

  const streamOf = (...chunks: unknown[]) =>
    new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(chunk);
        controller.close();
      },
    });

  it.each<[string, unknown, "any" | "list", unknown]>([
    ["of text", streamOf("a", "b"), "any", "ab"],
    ["of bytes", streamOf(PNG.subarray(0, 3), PNG.subarray(3)), "any", PNG],
    ["of both", streamOf("é", new Uint8Array([1])), "any", new Uint8Array([0xc3, 0xa9, 1])],
    ["of objects", streamOf({ a: 1 }, "b"), "any", [{ a: 1 }, "b"]],
    ["of nothing", streamOf(), "any", ""],
    ["of text, as a list", streamOf("a", "b"), "list", ["a", "b"]],
    ["of nothing, as a list", streamOf(), "list", []],
    ["of Node's, of bytes", Readable.from([Buffer.from("a"), Buffer.from("b")]), "any", new Uint8Array([97, 98])],
    ["of Node's, of text", Readable.from(["a", "b"]), "any", "ab"],
  ])("reads a stream %s", async (_, stream, reading, value) => {
    expect(await readToEnd(stream, reading, recorder())).toEqual(value);
  });

  it.each([[[1, 2]], [new Map()], ["text"], [new Uint8Array(2)], [null]])("leaves %j alone", async (value) => {
    expect(await readToEnd(value, "any", recorder())).toBe(value);
  });
});
