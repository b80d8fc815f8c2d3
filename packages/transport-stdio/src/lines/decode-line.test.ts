import { describe, expect, test } from "vitest";
import { decodeLine } from "./decode-line.js";

const decode = (line: string | Uint8Array) => decodeLine(typeof line === "string" ? Buffer.from(line) : line);

describe("decodeLine", () => {
  test("reads requests, notifications and responses", () => {
    for (const message of [
      { jsonrpc: "2.0", id: "a", method: "ping" },
      { jsonrpc: "2.0", method: "notifications/initialized" },
      { jsonrpc: "2.0", id: 0, result: {} },
      { jsonrpc: "2.0", id: 1, error: { code: -1, message: "" } },
    ]) {
      expect(decode(`${JSON.stringify(message)}\r`)).toEqual({ message });
    }
  });

  test("does not check the elements of a batch", () => {
    expect(decode('[{"id":1},2]')).toEqual({ batch: [{ id: 1 }, 2] });
  });

  test("ignores blank lines and a byte order mark", () => {
    expect(decode(" \t\r")).toBeUndefined();
    expect(decode('\uFEFF{"jsonrpc":"2.0","method":"x"}')).toHaveProperty("message");
  });

  test.each<[string, string | Uint8Array, number, unknown]>([
    ["invalid JSON", "{", -32700, undefined],
    ["invalid UTF-8", Buffer.of(0x22, 0xff, 0x22), -32700, undefined],
    ["JSON that is not an object", "3", -32600, undefined],
    ["another version", '{"jsonrpc":"1.0","id":1,"method":"ping"}', -32600, 1],
    ["params that are not an object", '{"jsonrpc":"2.0","id":"a","method":"ping","params":[]}', -32600, "a"],
    ["an id of null", '{"jsonrpc":"2.0","id":null,"method":"ping"}', -32600, undefined],
    ["a fractional id", '{"jsonrpc":"2.0","id":1.5,"method":"ping"}', -32600, undefined],
    ["a malformed response, without using its id", '{"jsonrpc":"2.0","id":1,"result":3}', -32600, undefined],
  ])("refuses %s", (_, line, code, id) => {
    expect(decode(line)).toEqual({
      error: { jsonrpc: "2.0", ...(id !== undefined && { id }), error: { code, message: expect.any(String) } },
    });
  });
});
