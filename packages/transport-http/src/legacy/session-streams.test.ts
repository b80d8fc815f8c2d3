import { EventLog } from "@plainmcp/core/internal/engine";
import { expect, test } from "vitest";
import { KeepAlive } from "../stream/keep-alive.js";
import { EventReply } from "./event-reply.js";
import { SessionStreams } from "./session-streams.js";

function setUp() {
  const streams = new SessionStreams({ events: new EventLog(1_000), keepAlive: new KeepAlive(0), headers: {} });
  const reply: EventReply = new EventReply(1, () => streams.forget(reply));
  return { streams, reply };
}

test("a client can come back to the stream of a reply", async () => {
  const { streams, reply } = setUp();
  await streams.open(reply, true);
  expect((await streams.resume(`${reply.id}/1`)).status).toBe(200);
  await reply.stopHolding(streams.events);
  await reply.answer({ jsonrpc: "2.0", id: 1, result: {} });
  expect((await streams.resume(`${reply.id}/1`)).status).toBe(200);
  expect((await streams.resume(`${reply.id}/2`)).status).toBe(204);
});

test("nothing stays of a reply that was cancelled before its stream began", async () => {
  const { streams, reply } = setUp();
  reply.cancel();
  await streams.open(reply, true);
  expect((await streams.resume(`${reply.id}/1`)).status).toBe(204);
});
