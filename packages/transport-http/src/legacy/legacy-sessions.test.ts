import { once } from "node:events";
import { EventLog, type EventStore, eventsInStore } from "@plainmcp/core/internal/engine";
import { createSdkServers } from "@plainmcp/core/internal/sdk";
import { describe, expect, test } from "vitest";
import { toPost } from "../../../../test/support/post.js";
import { readEvents } from "../../../../test/support/read-events.js";
import { exchangeOf } from "../../fixtures/exchange-of.js";
import { answerOf, INITIALIZE, legacy } from "../../fixtures/messages.js";
import { Stage } from "../../fixtures/stage.js";
import { connectLegacy } from "../sdk/connect-legacy.js";
import { toResponse } from "../stream/answer.js";
import { KeepAlive } from "../stream/keep-alive.js";
import { createLaneConnector } from "./lane-connector.js";
import { LegacySessions, type LegacySessionsOptions } from "./legacy-sessions.js";

function setUp(options: Partial<LegacySessionsOptions> & { readonly maxSessions?: number } = {}) {
  const { maxSessions = 10 } = options;
  const stage = new Stage();
  const clock = { now: 0 };
  const sessions = new LegacySessions(
    createLaneConnector(stage.engine, connectLegacy(createSdkServers(stage.engine))),
    {
      limits: { maxSessions, maxSessionsSize: 1_000_000, maxBatchSize: 1_000_000 },
      sessionTtlMs: 1_000,
      keepAlive: new KeepAlive(0),
      events: () => new EventLog(1_000_000),
      onError: () => undefined,
      now: () => clock.now,
      ...options,
    },
  );
  const send = async (init: RequestInit) => {
    const body = typeof init.body === "string" ? JSON.parse(init.body) : undefined;
    return toResponse(await sessions.answer(exchangeOf(new Request("http://localhost/mcp", init), body)));
  };
  const open = async () => {
    const response = await send(legacy(INITIALIZE));
    await answerOf(response);
    return response.headers.get("mcp-session-id") ?? "";
  };
  const ping = async (session: string) => {
    const response = await send(legacy({ id: 1, method: "ping" }, session));
    if (response.status === 200) await answerOf(response);
    return response.status;
  };
  return { stage, clock, sessions, send, open, ping };
}

const get = (session: string, headers: Record<string, string> = {}) => ({
  headers: { accept: "text/event-stream", "mcp-session-id": session, ...headers },
});

test("initialize opens a session under an unguessable id", async () => {
  const { open, ping } = setUp();
  const [first, second] = [await open(), await open()];
  expect(first).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  expect(second).not.toBe(first);
  expect(await ping(first)).toBe(200);
});

test.each<[string, RequestInit, number, object]>([
  ["no session", legacy({ id: 5, method: "ping" }), 400, { id: 5, error: { code: -32600 } }],
  ["an unknown session", legacy({ id: 5, method: "ping" }, "nope"), 404, { id: 5, error: { code: -32001 } }],
  [
    "initialize with empty params",
    legacy({ id: 5, method: "initialize", params: {} }),
    400,
    { id: 5, error: { code: -32602 } },
  ],
  ["initialize without params", legacy({ id: 5, method: "initialize" }), 400, { id: 5, error: { code: -32602 } }],
  [
    "initialize that does not accept our content types",
    toPost({ jsonrpc: "2.0", ...INITIALIZE }, { accept: "text/html" }),
    406,
    { id: 0 },
  ],
  ["a stream of an unknown session", get("nope"), 404, { error: { code: -32001 } }],
])("%s is refused", async (_, init, status, body) => {
  const response = await setUp().send(init);
  expect(response.status).toBe(status);
  expect(await answerOf(response)).toMatchObject(body);
});

test("a refusal of the SDK carries the id of the request too", async () => {
  const { open, send } = setUp();
  const request = legacy({ id: 5, method: "ping" }, await open());
  const response = await send({ ...request, headers: { ...request.headers, "mcp-protocol-version": "1999-01-01" } });
  expect([response.status, await answerOf(response)]).toMatchObject([400, { id: 5, error: {} }]);
});

test("DELETE answers open requests, on streams and as JSON", async () => {
  const { stage, open, send } = setUp();
  const session = await open();
  const wait = (id: number) => legacy({ id, method: "tools/call", params: { name: "wait" } }, session);
  const started = once(stage, "started");
  const stream = await send(wait(1));
  await started;
  const json = send({ ...wait(2), headers: { ...wait(2).headers, accept: "application/json" } });
  await new Promise((resolve) => setImmediate(resolve));
  await send({ method: "DELETE", headers: { "mcp-session-id": session } });
  const error = { code: -32603, message: expect.stringContaining("session was closed") };
  expect(await answerOf(stream)).toMatchObject({ id: 1, error });
  expect(await answerOf(await json)).toMatchObject({ id: 2, error });
});

test("DELETE ends a session", async () => {
  const { open, ping, send } = setUp();
  const session = await open();
  expect((await send({ method: "DELETE", headers: { "mcp-session-id": session } })).status).toBe(200);
  expect(await ping(session)).toBe(404);
});

describe("expiry", () => {
  test("closes an idle session, and keeps one that is used", async () => {
    const { clock, open, ping } = setUp();
    const [idle, used] = [await open(), await open()];
    clock.now = 900;
    expect(await ping(used)).toBe(200);
    clock.now = 1_000;
    expect(await ping(used)).toBe(200);
    expect(await ping(idle)).toBe(404);
  });

  test("does not count a session as idle before its open stream ends", async () => {
    const { clock, open, ping, send } = setUp();
    const session = await open();
    const stream = await send(get(session));
    clock.now = 5_000;
    expect(await ping(await open())).toBe(200);
    await stream.body?.cancel();
    clock.now = 5_999;
    expect(await ping(session)).toBe(200);
    clock.now = 6_999;
    expect(await ping(session)).toBe(404);
  });

  test("aborts the calls of the session", async () => {
    const { clock, stage, open, send } = setUp();
    const [started, aborted] = [once(stage, "started"), once(stage, "aborted")];
    const call = await send(legacy({ id: 1, method: "tools/call", params: { name: "wait" } }, await open()));
    await started;
    await call.body?.cancel();
    clock.now = 1_000;
    await open();
    await aborted;
  });
});

describe("the cap", () => {
  test("closes the session that is idle longest for a new one", async () => {
    const { clock, open, ping } = setUp({ maxSessions: 2 });
    const [first, second] = [await open(), await open()];
    clock.now = 1;
    await ping(first);
    const third = await open();
    expect([await ping(first), await ping(second), await ping(third)]).toEqual([200, 404, 200]);
  });

  test("keeps sessions in use, and refuses new ones of the same client", async () => {
    const { open, send } = setUp({ maxSessions: 1 });
    const stream = await send(get(await open()));
    await expect(send(legacy(INITIALIZE))).rejects.toThrow(/room for 1 sessions \(option limits\.maxSessions\)/);
    await stream.body?.cancel();
    expect(await open()).not.toBe("");
  });

  test("counts clients that arrive at the same moment", async () => {
    const { open, ping } = setUp({ maxSessions: 3 });
    const opened = await Promise.all(Array.from({ length: 5 }, () => open().catch(() => "")));
    const alive = await Promise.all(opened.filter((session) => session !== "").map(ping));
    expect(alive.filter((status) => status === 200)).toHaveLength(3);
  });

  test("closes no session for an initialize that is refused", async () => {
    const { open, send, ping } = setUp({ maxSessions: 1 });
    const session = await open();
    const headers = { accept: "text/html", "content-type": "application/json" };
    for (let times = 0; times < 3; times++) {
      expect((await send({ ...legacy(INITIALIZE), headers })).status).toBe(406);
    }
    expect(await ping(session)).toBe(200);
  });

  test("closes a session with a call but without a connection only if no other is idle", async () => {
    const { stage, open, send, ping } = setUp({ maxSessions: 2 });
    const busy = await open();
    const started = once(stage, "started");
    const call = await send(legacy({ id: 1, method: "tools/call", params: { name: "wait" } }, busy));
    await started;
    await call.body?.cancel();
    const idle = await open();
    await open();
    expect([await ping(idle), await ping(busy)]).toEqual([404, 200]);
  });

  test("does not count a refused initialize", async () => {
    const { open, send, ping } = setUp({ maxSessions: 1 });
    const session = await open();
    await send({ ...legacy(INITIALIZE), headers: { accept: "text/html", "content-type": "application/json" } });
    expect([200, 404]).toContain(await ping(session));
    expect(await ping(await open())).toBe(200);
  });
});

describe("a lost connection", () => {
  test("does not cancel the call, whose answer can be fetched later", async () => {
    const { stage, open, send } = setUp();
    const session = await open();
    const started = once(stage, "started");
    const call = await send(
      legacy({ id: 1, method: "tools/call", params: { name: "progress", _meta: { progressToken: 1 } } }, session),
    );
    const stream = readEvents(call);
    const { value: first } = await stream.next();
    await started;
    await stream.return(undefined);
    stage.emit("release");
    await new Promise((resolve) => setImmediate(resolve));
    const resumed = await send(get(session, { "last-event-id": first?.id ?? "" }));
    expect(await answerOf(resumed)).toMatchObject({ id: 1, result: { content: [{ text: "released" }] } });
  });

  test("with an unknown event id is refused", async () => {
    const { open, send } = setUp();
    expect((await send(get(await open(), { "last-event-id": "../../etc" }))).status).toBe(400);
  });
});

test("close ends every session and its streams", async () => {
  const { sessions, open, ping, send } = setUp();
  const session = await open();
  const stream = await send(get(session));
  await sessions.close();
  expect(await stream.text()).not.toContain("event: message");
  expect(await ping(session)).toBe(404);
});

/** A call whose answer is too long to come without an event stream. */
const LONG = { method: "tools/call", params: { name: "echo", arguments: { text: "x".repeat(20_000) } } };

test("a short answer that is there at once comes as JSON, and is not stored", async () => {
  const streams: string[] = [];
  const log = new EventLog(1_000_000);
  log.begin = (stream) => {
    streams.push(stream);
    return "1";
  };
  const { open, send } = setUp({ events: () => log });
  const session = await open();
  const params = { name: "echo", arguments: { text: "short" } };
  const response = await send(legacy({ id: 1, method: "tools/call", params }, session));
  expect([response.headers.get("content-type"), response.headers.get("mcp-session-id")]).toEqual([
    "application/json",
    session,
  ]);
  expect(await response.json()).toMatchObject({ id: 1, result: { content: [{ text: "short" }] } });
  expect(streams).toEqual([]);
  await send(legacy({ id: 2, ...LONG }, session));
  expect(streams).toHaveLength(1);
});

test("events go to the store of the session", async () => {
  const kept: [session: string, stream: string][] = [];
  const { open, send } = setUp({
    events: (session) => {
      const store: EventStore = {
        storeEvent: async (stream) => `${kept.push([session, stream])}`,
        replayEventsAfter: async (lastEventId) => lastEventId,
      };
      return eventsInStore(store, () => undefined);
    },
  });
  const session = await open();
  for (const id of [1, 2]) await answerOf(await send(legacy({ id, ...LONG }, session)));
  expect(new Set(kept.map(([id]) => id))).toEqual(new Set([session]));
  expect(new Set(kept.map(([, stream]) => stream)).size).toBe(2);
});

test("a store that fails loses no answer, and the client does not see the error", async () => {
  const errors: string[] = [];
  const failing = () => Promise.reject(new Error("secret db host"));
  const store = { storeEvent: failing, replayEventsAfter: failing };
  const { open, send } = setUp({
    events: () => eventsInStore(store, ({ message, cause }) => void errors.push(`${message} ${cause}`)),
  });
  const session = await open();
  const response = await send(legacy({ id: 1, ...LONG }, session));
  expect([response.status, await answerOf(response)]).toMatchObject([200, { id: 1, result: {} }]);
  const resumed = await send(get(session, { "last-event-id": "1" }));
  expect(resumed.status).toBe(400);
  expect(await resumed.text()).not.toContain("secret");
  expect(errors).toContain("The event store could not store a message. Error: secret db host");
});
