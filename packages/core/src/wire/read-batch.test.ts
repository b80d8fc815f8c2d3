import { describe, expect, it } from "vitest";
import { modernParams } from "../../../../test/support/modern-message.js";
import { readBatch } from "./read-batch.js";

const ping = (id: unknown) => ({ jsonrpc: "2.0", id, method: "ping" });
const modern = { ...ping(2), params: modernParams({}) };

describe("readBatch", () => {
  it("reads requests, notifications and responses", () => {
    const messages = [ping(1), { jsonrpc: "2.0", method: "notifications/x" }, { jsonrpc: "2.0", id: 1, result: {} }];
    expect(readBatch(messages, "2025-03-26")).toEqual({ messages, refused: [] });
  });

  it("refuses each element separately that is not a message", () => {
    const { messages, refused } = readBatch([ping(1), 3, null, { id: 4, method: "x" }, ping(1)], "2025-03-26") as never;
    expect(messages).toEqual([ping(1)]);
    expect(refused).toMatchObject([
      { error: { code: -32600 } },
      { error: { code: -32600 } },
      { id: 4, error: { code: -32600 } },
      { id: 1, error: { code: -32600, message: expect.stringContaining("has this id") } },
    ]);
  });

  it.each<[string, unknown[], string | undefined, RegExp]>([
    ["an empty one", [], "2025-03-26", /empty/],
    ["more than 100 messages", Array.from({ length: 101 }, (_, id) => ping(id)), "2025-03-26", /at most 100/],
    ["initialize", [ping(1), { ...ping(2), method: "initialize" }], "2025-03-26", /initialize/],
    ["a modern message", [ping(1), modern], "2025-03-26", /no batches/],
    ["one before initialize", [ping(1)], undefined, /no version is negotiated/],
    ["one of an older revision", [ping(1)], "2024-11-05", /only protocol version 2025-03-26/],
    ["one of a later revision", [ping(1)], "2025-06-18", /speaks 2025-06-18/],
  ])("refuses %s", (_, elements, revision, message) => {
    expect(readBatch(elements, revision)).toEqual({
      error: { jsonrpc: "2.0", error: { code: -32600, message: expect.stringMatching(message) } },
    });
  });
});
