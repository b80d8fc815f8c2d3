import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { LineReader } from "./line-reader.js";

type Read = string | { readonly id?: string | number | undefined };

/** Lines as text, and reports of lines that are too long. */
function read(chunks: readonly string[], maxBytes = 100): Read[] {
  const lines: Read[] = [];
  const reader = new LineReader(maxBytes, {
    onLine: (line) => lines.push(line.toString()),
    onTooLong: (line) => lines.push(line),
  });
  for (const chunk of chunks) reader.push(Buffer.from(chunk, "latin1"));
  reader.end();
  return lines;
}

describe("LineReader", () => {
  test.each<[string, string[], string[]]>([
    ["one line per chunk", ["a\n", "b\n"], ["a", "b"]],
    ["several lines in a chunk", ["a\nb\n"], ["a", "b"]],
    ["a line over several chunks", ["a", "b", "c\nd", "e\n"], ["abc", "de"]],
    ["a newline in its own chunk", ["a", "\n", "b", "\n"], ["a", "b"]],
    ["empty lines", ["\n\na\n"], ["", "", "a"]],
    ["no newline at the end", ["a\nb"], ["a", "b"]],
    ["nothing", [], []],
  ])("%s", (_, chunks, lines) => {
    expect(read(chunks)).toEqual(lines);
  });

  test("joins a character that was cut in two", () => {
    const bytes = Buffer.from("ü\n");
    const chunks = [...bytes].map((byte) => String.fromCharCode(byte));
    expect(Buffer.from(read(chunks).join("")).toString()).toBe("ü");
  });
});

describe("a line that is too long", () => {
  const request = '{"method":"m","params":"xxxxxxxxxx","id":7}';

  test("has at least one byte more than the limit, without its newline", () => {
    expect(read(["12345\n123456\n12345\n"], 5)).toEqual(["12345", {}, "12345"]);
  });

  test.each<[string, string[]]>([
    ["at once", [`a\n${request}\nb\n`]],
    ["byte by byte", [...`a\n${request}\nb\n`]],
    ["in two pieces, the first within the limit", [`a\n${request.slice(0, 10)}`, `${request.slice(10)}\nb\n`]],
    ["in two pieces, the first beyond the limit", [`a\n${request.slice(0, 30)}`, `${request.slice(30)}\nb\n`]],
    ["with its newline in its own chunk", ["a\n", request, "\n", "b"]],
    ["with CRLF", [`a\n${request}\r\nb\n`]],
  ])("is reported with its id, and the next line is read: %s", (_, chunks) => {
    expect(read(chunks, 20)).toEqual(["a", { id: 7 }, "b"]);
  });

  test("is reported when the stream ends inside it", () => {
    expect(read([request], 20)).toEqual([{ id: 7 }]);
    expect(read([request.slice(0, 30)], 20)).toEqual([{}]);
  });

  test("is reported once each if there are several", () => {
    const lines = [1, 2, 3].map((id) => request.replace("7", String(id)));
    expect(read([lines.join("\n")], 20)).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
  });

  test("takes no memory beyond the limit", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const used = async () => {
      collect();
      // The statistics show freed memory only a little later.
      await new Promise((resolve) => setImmediate(resolve));
      collect();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    };
    const told: unknown[] = [];
    const reader = new LineReader(1_000_000, {
      onLine: (line) => told.push(line.toString()),
      onTooLong: (line) => told.push(line),
    });
    const before = await used();
    reader.push(Buffer.from('{"method":"m","params":{"text":"'));
    for (let megabytes = 0; megabytes < 200; megabytes++) reader.push(Buffer.alloc(1_000_000, "x"));
    expect((await used()) - before).toBeLessThan(50_000_000);
    reader.push(Buffer.from('"},"id":7}\nnext\n'));
    expect(told).toEqual([{ id: 7 }, "next"]);
  });
});
