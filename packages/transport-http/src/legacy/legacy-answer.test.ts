import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { answerOf, INITIALIZE, legacy, modern } from "../../fixtures/messages.js";
import { Stage } from "../../fixtures/stage.js";
import { createEngineHandler } from "../handler.js";
import type { HttpHandlerOptions } from "../options.js";

function setUp(mode: HttpHandlerOptions["legacy"] & string) {
  const handler = createEngineHandler(new Stage().engine, { legacy: mode, onError: () => undefined });
  return (init: RequestInit) => handler.fetch(new Request("http://localhost/mcp", init));
}

const ECHO = { name: "echo", arguments: { text: "hi" } };

describe("stateless", () => {
  test("answers a legacy request without a session, and ignores a session id", async () => {
    const send = setUp("stateless");
    const opened = await send(legacy(INITIALIZE));
    expect(opened.headers.get("mcp-session-id")).toBeNull();
    expect(await answerOf(opened)).toMatchObject({ id: 0, result: { protocolVersion: "2025-11-25" } });
    for (const session of [undefined, "some-other-server's"]) {
      const called = await send(legacy({ id: 1, method: "tools/call", params: ECHO }, session));
      expect(await answerOf(called)).toMatchObject({ id: 1, result: { content: [{ text: "hi" }] } });
    }
  });
});

test.each(["application/json, text/event-stream", "application/json"])(
  "a stateless call is aborted when its client disconnects (%s)",
  async (accept) => {
    const stage = new Stage();
    const handler = createEngineHandler(stage.engine, {
      legacy: "stateless",
      keepAliveMs: 20,
      onError: () => undefined,
    });
    const [started, aborted] = [once(stage, "started"), once(stage, "aborted")];
    const wait = legacy({ id: 1, method: "tools/call", params: { name: "wait" } });
    const call = handler.fetch(new Request("http://localhost/mcp", { ...wait, headers: { ...wait.headers, accept } }));
    await started;
    await (await call).body?.cancel();
    await aborted;
  },
);

describe("reject", () => {
  test("refuses a legacy request, and lists the supported versions", async () => {
    const refused = await setUp("reject")(legacy(INITIALIZE));
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({
      id: 0,
      error: { code: -32022, data: { supported: ["2026-07-28"], requested: "2025-11-25" } },
    });
  });

  test("refuses a batch", async () => {
    const refused = await setUp("reject")({ ...legacy({}), body: "[]" });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { code: -32600 } });
  });
});

describe.each(["stateless", "reject"] as const)("%s", (mode) => {
  test("has no session operations", async () => {
    for (const method of ["GET", "DELETE"]) {
      const response = await setUp(mode)({ method, headers: { accept: "text/event-stream" } });
      expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    }
  });

  test("answers modern clients", async () => {
    const response = await setUp(mode)(modern(1, "tools/call", ECHO));
    expect(await answerOf(response)).toMatchObject({ id: 1, result: { content: [{ text: "hi" }] } });
  });
});

test("another mode is an error", () => {
  expect(() => setUp("yes" as never)).toThrow('legacy must be one of sessions, stateless, reject, not "yes"');
});
