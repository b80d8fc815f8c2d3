import { describe, expect, it } from "vitest";
import { readMessage, readText } from "./read-message.js";

const ping = { jsonrpc: "2.0", id: 1, method: "ping" };

describe("readMessage", () => {
  it.each([
    ping,
    { ...ping, id: "", params: {} },
    { ...ping, params: { _meta: { progressToken: 0, other: [] } } },
    { jsonrpc: "2.0", method: "notifications/initialized" },
    { jsonrpc: "2.0", id: 0, result: {} },
    { jsonrpc: "2.0", id: "a", error: { code: -1, message: "", data: null } },
  ])("reads %j unchanged", (message) => {
    expect(readMessage(message)).toEqual({ message });
  });

  it.each<[string, object, object]>([
    ["members that JSON-RPC does not know", { ...ping, trace: 1, result: undefined }, ping],
    ["params that are null", { ...ping, params: null }, ping],
    [
      "arguments that are null",
      { ...ping, params: { name: "a", arguments: null } },
      { ...ping, params: { name: "a" } },
    ],
    [
      "members of an error",
      { jsonrpc: "2.0", id: 1, error: { code: 1, message: "m", stack: "s" } },
      {
        jsonrpc: "2.0",
        id: 1,
        error: { code: 1, message: "m" },
      },
    ],
  ])("leaves out %s", (_, json, message) => {
    expect(readMessage(json)).toEqual({ message });
  });

  it.each<[unknown, RegExp, unknown]>([
    [null, /must be an object/, undefined],
    [7, /must be an object/, undefined],
    [[], /must be an object/, undefined],
    [{ ...ping, jsonrpc: "1.0" }, /must have "jsonrpc": "2\.0"/, 1],
    [{ ...ping, method: 7 }, /method must be a string/, undefined],
    [{ ...ping, id: null }, /id must be a string or a whole number/, undefined],
    [{ ...ping, id: 1.5 }, /id must be a string or a whole number/, undefined],
    [{ ...ping, params: [] }, /params must be an object/, 1],
    [{ ...ping, params: "x" }, /params must be an object/, 1],
    [{ ...ping, params: { _meta: null } }, /_meta must be an object/, 1],
    [{ ...ping, params: { _meta: { progressToken: 1.5 } } }, /progressToken must be a string or a whole number/, 1],
    [{ ...ping, params: { _meta: { progressToken: 2 ** 60 } } }, /progressToken must be/, 1],
    [{ ...ping, params: { _meta: { "io.modelcontextprotocol/related-task": {} } } }, /must have a taskId/, 1],
    [{ jsonrpc: "2.0", method: "x", params: { _meta: [] } }, /_meta must be an object/, undefined],
    [{ jsonrpc: "2.0", result: {} }, /must have a method, or be a response/, undefined],
    [{ jsonrpc: "2.0", id: 1, result: { _meta: 7 } }, /_meta must be an object/, undefined],
    [{ jsonrpc: "2.0", id: 1, result: 3 }, /a response must have a result that is an object/, undefined],
    [{ jsonrpc: "2.0", id: 1, error: { code: "x", message: "" } }, /an error with a code and a message/, undefined],
    [{ jsonrpc: "2.0", id: 1, result: {}, error: { code: 1, message: "" } }, /a response must have/, undefined],
  ])("refuses %j with a message, under the request's id", (json, message, id) => {
    expect(readMessage(json)).toEqual({
      error: {
        jsonrpc: "2.0",
        ...(id !== undefined && { id }),
        error: { code: -32600, message: expect.stringMatching(message) },
      },
    });
  });
});

describe("readText", () => {
  it("reads a message, whatever its strings contain", () => {
    expect(readText('{"jsonrpc":"2.0","id":1,"method":"x","params":{"a":[1,"__proto__","\\u005f"]}}')).toEqual({
      message: { ...ping, method: "x", params: { a: [1, "__proto__", "_"] } },
    });
  });

  it("returns the elements of a batch unread, because their validity depends on the revision", () => {
    expect(readText(JSON.stringify([ping, 7]))).toEqual({ batch: [ping, 7] });
  });

  it("refuses JSON that is not a message", () => {
    expect(readText('"_"')).toMatchObject({ error: { error: { code: -32600 } } });
  });

  it.each(["", "{", "undefined"])("refuses %j", (text) => {
    expect(readText(text)).toEqual({
      error: expect.objectContaining({ error: expect.objectContaining({ code: -32700 }) }),
    });
  });

  it.each([
    '{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"arguments":{"__proto__":{"a":1}}}}',
    '{"jsonrpc":"2.0","id":7,"method":"x","params":{"a":[[{"\\u005f_proto__":1}]]}}',
    '{"jsonrpc":"2.0","id":7,"method":"x","params":{"a":[[{"__pr\\u006Fto__":1}]]}}',
    '{"jsonrpc":"2.0","id":7,"method":"x","params":{"a":[[{"__p\\u0072oto__":1}]]}}',
    '{"jsonrpc":"2.0","id":7,"method":"x","__proto__":1}',
  ])("refuses the key __proto__ in %s", (text) => {
    expect(readText(text)).toMatchObject({ error: { id: 7, error: { code: -32600 } } });
  });

  it("reads a deeply nested message", () => {
    const text = `${"[".repeat(100_000)}"__proto__"${"]".repeat(100_000)}`;
    expect(readText(text)).toHaveProperty("batch");
  });
});
