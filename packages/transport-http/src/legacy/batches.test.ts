import { describe, expect, test } from "vitest";
import { modernParams } from "../../../../test/support/modern-message.js";
import { toPost } from "../../../../test/support/post.js";
import { allMessages, readEvents } from "../../../../test/support/read-events.js";
import { answerOf, INITIALIZE, legacy } from "../../fixtures/messages.js";
import { Stage } from "../../fixtures/stage.js";
import { createEngineHandler } from "../handler.js";
import type { HttpHandlerOptions } from "../options.js";

async function setUp(revision: string, options: HttpHandlerOptions = {}) {
  const handler = createEngineHandler(new Stage().engine, { onError: () => undefined, ...options });
  const send = (init: RequestInit) => handler.fetch(new Request("http://localhost/mcp", init));
  const { params } = INITIALIZE as { params: object };
  const opened = await send(legacy({ ...INITIALIZE, params: { ...params, protocolVersion: revision } }));
  await answerOf(opened);
  const session = opened.headers.get("mcp-session-id");
  const headers = session === null ? {} : { "mcp-session-id": session };
  return { send, sendBatch: (...batch: unknown[]) => send(toPost(batch, headers)) };
}

const echo = (id: number, text: string) => ({
  ...{ jsonrpc: "2.0", id, method: "tools/call" },
  params: { name: "echo", arguments: { text } },
});

const messagesOf = (response: Response) => allMessages(readEvents(response));

describe.each<HttpHandlerOptions>([{ legacy: "sessions" }, { legacy: "stateless" }])("with %j", (options) => {
  test("a batch is answered in one stream, with an error for each element that is not a message", async () => {
    const { sendBatch } = await setUp("2025-03-26", options);
    const response = await sendBatch(echo(1, "a"), 3, { id: 4, method: "ping" }, echo(2, "b"));
    expect(response.status).toBe(200);
    expect(await messagesOf(response)).toMatchObject([
      { error: { code: -32600 } },
      { id: 4, error: { code: -32600 } },
      { id: 1, result: { content: [{ text: "a" }] } },
      { id: 2, result: { content: [{ text: "b" }] } },
    ]);
  });

  test("a batch of notifications is accepted", async () => {
    const { sendBatch } = await setUp("2025-03-26", options);
    const response = await sendBatch({ jsonrpc: "2.0", method: "notifications/initialized" });
    expect([response.status, await response.text()]).toEqual([202, ""]);
  });

  test("a batch without any message is refused with an array", async () => {
    const { sendBatch } = await setUp("2025-03-26", options);
    const response = await sendBatch(1, 2);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject([{ error: { code: -32600 } }, { error: { code: -32600 } }]);
  });

  test.each<[string, unknown[], RegExp]>([
    ["an empty batch", [], /empty/],
    ["initialize", [{ jsonrpc: "2.0", ...INITIALIZE }], /initialize/],
    ["a modern message", [{ ...echo(1, "a"), params: modernParams({}) }], /no batches/],
  ])("%s is refused", async (_, batch, message) => {
    const { sendBatch } = await setUp("2025-03-26", options);
    const response = await sendBatch(...batch);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      jsonrpc: "2.0",
      error: { code: -32600, message: expect.stringMatching(message) },
    });
  });
});

test("a batch cancels a request that came before it, not its own request with the same id", async () => {
  const { sendBatch } = await setUp("2025-03-26");
  const wait = { ...echo(1, "a"), params: { name: "wait", arguments: {} } };
  const earlier = await sendBatch(wait);
  const cancelled = { jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 1 } };
  expect(await messagesOf(await sendBatch(cancelled, echo(1, "b")))).toMatchObject([
    { id: 1, result: { content: [{ text: "b" }] } },
  ]);
  expect(await messagesOf(earlier)).toEqual([]);
});

test.each(["2024-11-05", "2025-06-18", "2025-11-25"])("a session of %s refuses batches", async (revision) => {
  const { sendBatch } = await setUp(revision);
  const response = await sendBatch(echo(1, "a"));
  expect(response.status).toBe(400);
  expect((await answerOf(response)).error?.message).toContain(revision);
});

test("a batch without a session is refused", async () => {
  const { send } = await setUp("2025-03-26");
  expect((await send(toPost([{ jsonrpc: "2.0", ...INITIALIZE }]))).status).toBe(400);
});
