import { describe, expect, test } from "vitest";
import { RequestIdScanner } from "./request-id-scanner.js";

/** The id that is found when the text arrives in pieces of this many bytes. */
function scan(text: string | Uint8Array, size = Number.POSITIVE_INFINITY): string | number | undefined {
  const bytes = Buffer.from(text as string);
  const scanner = new RequestIdScanner();
  for (let start = 0; start < bytes.length; start += size) scanner.push(bytes.subarray(start, start + size));
  return scanner.id;
}

const request = (id: unknown, params: unknown = {}) => JSON.stringify({ jsonrpc: "2.0", method: "m", params, id });

describe("RequestIdScanner", () => {
  test.each<[string, string, string | number]>([
    ["last, as official clients write it", request(7), 7],
    ["first", '{"id":7,"jsonrpc":"2.0","method":"m","params":{}}', 7],
    ["before the method", '{"params":{},"id":"a","method":"m"}', "a"],
    ["with white space everywhere", '\t { "id" : 7 ,\r "method" : "m" } \r', 7],
    ["negative", request(-1), -1],
    ["zero", request(0), 0],
    ["an integer with an exponent", '{"method":"m","id":1e3}', 1000],
    ["an empty string", request(""), ""],
    ["a string of 256 bytes", request("x".repeat(256)), "x".repeat(256)],
    ["beyond ASCII", request("Zürich 🌦"), "Zürich 🌦"],
    ["with escapes", String.raw`{"\u0069d":"a\"\\\u00fc","\u006dethod":"m"}`, 'a"\\ü'],
    ["beside other values", '{"a":true,"b":null,"c":false,"d":-1.5e-3,"method":"m","id":1}', 1],
    ["beside empty values", '{"a":[],"b":{},"c":"","method":"m","id":1}', 1],
    ["given twice", '{"id":1,"method":"m","id":2}', 2],
    ["after other ids", request(7, { id: 1, method: "x", a: [{ id: 2 }, "]}", '{"id":3}', "\\", '\\"'] }), 7],
    ["after a deep value", `{"a":${"[".repeat(100_000)}${"]".repeat(100_000)},"method":"m","id":1}`, 1],
    ["beside a long key", `{"${"k".repeat(1_000)}":1,"method":"m","id":1}`, 1],
    ["beside a long number", `{"a":${"1".repeat(1_000)},"method":"m","id":1}`, 1],
  ])("finds an id: %s", (_, text, id) => {
    for (const size of [1, 2, 3, 7, 1_000]) expect(scan(text, size)).toBe(id);
  });

  test.each<[string, string]>([
    ["a response", '{"jsonrpc":"2.0","id":7,"result":{"method":"m"}}'],
    ["a notification", '{"jsonrpc":"2.0","method":"m","params":{"id":7}}'],
    ["a batch", `[${request(7)}]`],
    ["a method that is not a string", '{"method":1,"id":7}'],
    ["a method that is nested", '{"method":{"method":"m"},"id":7}'],
    ["an id of null", request(null)],
    ["an id with a fraction", request(1.5)],
    ["an id that is an object", request({ id: 7 })],
    ["an id that is an array", request([7])],
    ["an id that a later one replaces", '{"id":7,"method":"m","id":{}}'],
    ["an id of more than 256 bytes", request("x".repeat(257))],
    ["an id that is not valid JSON", '{"method":"m","id":07}'],
    ["a word that is not valid JSON", '{"method":"m","id":7,"a":nul}'],
    ["an escape that is not valid JSON", String.raw`{"method":"m","id":7,"a":"\x"}`],
    ["a key without quotes", '{method:"m","id":7}'],
    ["a key without a colon", '{"method":"m","id" 7}'],
    ["a key without a value", '{"method":"m","a":,"id":7}'],
    ["an extra comma", '{"method":"m","id":7,}'],
    ["a missing comma", '{"method":"m" "id":7}'],
    ["two values in one", '{"method":"m","id":7"a"}'],
    ["a missing end", '{"method":"m","id":7'],
    ["an end inside a string", '{"method":"m","id":"7'],
    ["an end inside a nested value", '{"method":"m","id":7,"a":[{}'],
    ["text after the end", `${request(7)}}`],
    ["another message after the end", `${request(7)} ${request(8)}`],
    ["text before the beginning", `x${request(7)}`],
    ["a string", '"id"'],
    ["nothing", ""],
    ["spaces", "  \r"],
  ])("finds none: %s", (_, text) => {
    for (const size of [1, 2, 3, 7, 1_000]) expect(scan(text, size)).toBeUndefined();
  });

  test("finds none: bytes that are not UTF-8", () => {
    expect(scan(Buffer.from('{"method":"m","id":"\xff"}', "latin1"))).toBeUndefined();
  });
});
