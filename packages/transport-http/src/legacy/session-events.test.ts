import { once } from "node:events";
import type { EventStore } from "@plainmcp/core/internal/engine";
import { expect, test } from "vitest";
import { readEvents } from "../../../../test/support/read-events.js";
import { answerOf, INITIALIZE, legacy } from "../../fixtures/messages.js";
import { Stage } from "../../fixtures/stage.js";
import { createEngineHandler } from "../handler.js";

/** A session with a slow store: it does nothing until `release` is called. */
async function setUp() {
  const stage = new Stage();
  const kept: { id: string; stream: string; message: object }[] = [];
  let gate: Promise<void> = Promise.resolve();
  const store: EventStore = {
    storeEvent: async (stream, message) => {
      await gate;
      const id = `${kept.length}`;
      kept.push({ id, stream, message });
      return id;
    },
    replayEventsAfter: async (lastEventId, { send }) => {
      await gate;
      const { stream = "" } = kept[Number(lastEventId)] ?? {};
      const missed = kept.slice(Number(lastEventId) + 1).filter((event) => event.stream === stream);
      for (const { id, message } of missed) await send(id, message as never);
      return stream;
    },
  };
  const handler = createEngineHandler(stage.engine, { eventStore: () => store, onError: () => undefined });
  const send = (init: RequestInit) => handler.fetch(new Request("http://localhost/mcp", init));
  const opened = await send(legacy(INITIALIZE));
  await answerOf(opened);
  const session = opened.headers.get("mcp-session-id") ?? "";
  const block = (): (() => void) => {
    let release = (): void => undefined;
    gate = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  };
  const get = (lastEventId: string) =>
    send({ headers: { accept: "text/event-stream", "mcp-session-id": session, "last-event-id": lastEventId } });
  return { stage, send, session, block, get };
}

const WAIT = { id: 7, method: "tools/call", params: { name: "wait" } };
const CANCEL = { method: "notifications/cancelled", params: { requestId: 7 } };

test("a call that is cancelled before its stream begins is aborted, and its stream ends", async () => {
  const { stage, send, session, block } = await setUp();
  const aborted = once(stage, "aborted");
  const release = block();
  const call = send(legacy(WAIT, session));
  expect((await send(legacy(CANCEL, session))).status).toBe(202);
  release();
  expect(await (await call).text()).not.toContain("event: message");
  await aborted;
});

test("a session that is closed in the meantime answers 404, and leaves no stream open", async () => {
  const { send, session, block, get } = await setUp();
  const first = readEvents(await send(legacy(WAIT, session)));
  const { value } = await first.next();
  const release = block();
  const [resumed, call] = [get(value?.id ?? ""), send(legacy({ ...WAIT, id: 8 }, session))];
  expect((await send({ method: "DELETE", headers: { "mcp-session-id": session } })).status).toBe(200);
  release();
  expect([(await resumed).status, (await call).status]).toEqual([404, 404]);
  expect(await first.next()).toMatchObject({ done: true });
});

test("a standing stream ends if its session is closed while the client reconnects", async () => {
  const { send, session, block, get } = await setUp();
  const standing = readEvents(await send({ headers: { accept: "text/event-stream", "mcp-session-id": session } }));
  const { value } = await standing.next();
  const release = block();
  const resumed = get(value?.id ?? "");
  await send({ method: "DELETE", headers: { "mcp-session-id": session } });
  release();
  expect((await resumed).status).toBe(404);
});

test("an event id that the store does not know is refused", async () => {
  const { get } = await setUp();
  const refused = await get("999");
  expect(refused.status).toBe(400);
  expect(await answerOf(refused)).toMatchObject({ error: { message: expect.stringContaining("no event with this") } });
});

test("an event that the store gave no id is sent without one", async () => {
  const empty: EventStore = { storeEvent: async () => "", replayEventsAfter: async () => "" };
  const handler = createEngineHandler(new Stage().engine, { eventStore: () => empty });
  const send = (init: RequestInit) => handler.fetch(new Request("http://localhost/mcp", init));
  const session = (await send(legacy(INITIALIZE))).headers.get("mcp-session-id") ?? "";
  const params = { name: "echo", arguments: { text: "x".repeat(20_000) } };
  const called = await send(legacy({ id: 1, method: "tools/call", params }, session));
  expect(await called.text()).toMatch(/^event: message\ndata: /);
});

test("an answer that is stored while its client reconnects is sent once, and in order", async () => {
  const { stage, send, session, block, get } = await setUp();
  const started = once(stage, "started");
  const params = { name: "progress", _meta: { progressToken: "p" } };
  const lost = readEvents(await send(legacy({ ...WAIT, params }, session)));
  const { value } = await lost.next();
  await started;
  await lost.return(undefined);
  const release = block();
  stage.emit("release");
  const resumed = get(value?.id ?? "");
  await new Promise((resolve) => setImmediate(resolve));
  release();
  const told = [];
  for await (const { message } of readEvents(await resumed)) told.push(message?.method ?? message?.id);
  expect(told).toEqual(["notifications/progress", 7]);
});
