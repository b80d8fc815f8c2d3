import { describe, expect, it } from "vitest";
import { readJson } from "./read-json.js";

describe("readJson", () => {
  it("reads JSON", () => {
    expect(readJson('{"a": [1, "__proto__"]}')).toEqual({ json: { a: [1, "__proto__"] } });
    expect(readJson('"\\u005f"')).toEqual({ json: "_" });
  });

  it.each(["", "{", "undefined"])("refuses %j", (text) => {
    expect(readJson(text)).toEqual({
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
    expect(readJson(text)).toMatchObject({ error: { id: 7, error: { code: -32600 } } });
  });

  it("walks a deep message", () => {
    const text = `${"[".repeat(100_000)}"__proto__"${"]".repeat(100_000)}`;
    expect(readJson(text)).toHaveProperty("json");
  });
});
