import { describe, expect, it } from "vitest";
import { readMessage } from "./read-message.js";

const ping = { jsonrpc: "2.0", id: 1, method: "ping" };

describe("readMessage", () => {
  it.each([
    ping,
    { ...ping, id: "", params: {} },
    { jsonrpc: "2.0", method: "notifications/initialized" },
    { jsonrpc: "2.0", id: 0, result: {} },
    { jsonrpc: "2.0", id: "a", error: { code: -1, message: "", data: null } },
  ])("reads %j as it is", (message) => {
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
    [{ jsonrpc: "2.0", result: {} }, /must have a method, or be a response/, undefined],
    [{ jsonrpc: "2.0", id: 1, result: 3 }, /a response must have a result that is an object/, undefined],
    [{ jsonrpc: "2.0", id: 1, error: { code: "x", message: "" } }, /an error with a code and a message/, undefined],
    [{ jsonrpc: "2.0", id: 1, result: {}, error: { code: 1, message: "" } }, /a response must have/, undefined],
  ])("refuses %j in words, by the id of the request", (json, message, id) => {
    expect(readMessage(json)).toEqual({
      error: {
        jsonrpc: "2.0",
        ...(id !== undefined && { id }),
        error: { code: -32600, message: expect.stringMatching(message) },
      },
    });
  });
});
