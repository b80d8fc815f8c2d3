import { describe, expect, test } from "vitest";
import { LineReader, LineTooLongError } from "./line-reader.js";

function read(chunks: readonly string[], maxBytes = 100): string[] {
  const lines: string[] = [];
  const reader = new LineReader(maxBytes, (line) => lines.push(line.toString()));
  for (const chunk of chunks) reader.push(Buffer.from(chunk, "latin1"));
  reader.end();
  return lines;
}

describe("LineReader", () => {
  test.each<[string, string[], string[]]>([
    ["one line per chunk", ["a\n", "b\n"], ["a", "b"]],
    ["several lines in a chunk", ["a\nb\n"], ["a", "b"]],
    ["a line over several chunks", ["a", "b", "c\nd", "e\n"], ["abc", "de"]],
    ["a newline of its own", ["a", "\n", "b", "\n"], ["a", "b"]],
    ["empty lines", ["\n\na\n"], ["", "", "a"]],
    ["no newline at the end", ["a\nb"], ["a", "b"]],
    ["nothing", [], []],
  ])("%s", (_, chunks, lines) => {
    expect(read(chunks)).toEqual(lines);
  });

  test("joins a character that was cut in two", () => {
    const bytes = Buffer.from("ü\n");
    expect(Buffer.from(read([...bytes].map((byte) => String.fromCharCode(byte))).join("")).toString()).toBe("ü");
  });

  test("the limit is on one line, and includes its last byte", () => {
    expect(read(["12345\n12345\n"], 5)).toEqual(["12345", "12345"]);
    expect(() => read(["123456\n"], 5)).toThrow(LineTooLongError);
    expect(() => read(["123", "456"], 5)).toThrow(LineTooLongError);
  });
});
