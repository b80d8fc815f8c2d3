import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Event, nextMessage, openLegacySession } from "./support/legacy-session.js";
import { type HttpProcess, PLAINMCP, startHttp } from "./support/serve.js";
import type { Message } from "./support/wire-schemas.js";

let server: HttpProcess;
beforeAll(async () => {
  server = await startHttp([PLAINMCP, "serve", "test/fixtures/protocol.ts", "--http", "--port", "0"]);
});
afterAll(() => server.stop());

const openSession = (revision?: string) => openLegacySession(server.url, revision);

describe("a session", () => {
  it("is asked on the stream of the call, and answers by another request", async () => {
    const { call, get, post, eventsOf, log } = await openSession();
    const standing = await get();
    const stream = eventsOf(await call(1, "ask"));
    const question = (await nextMessage(stream)).message;
    expect(question).toMatchObject({ method: "elicitation/create", params: { message: "Who is there?" } });
    const answered = await post({ id: question?.id, result: { action: "accept", content: { name: "Ada" } } });
    expect(answered.status).toBe(202);
    const answer = await nextMessage(stream);
    expect(answer.message).toMatchObject({ id: 1, result: { content: [{ text: "Hello Ada" }] } });
    await standing.body?.cancel();
    expect(log.problems()).toEqual([]);
  });

  it("fetches what it missed of one stream, and nothing of another", async () => {
    const { call, get, eventsOf, log } = await openSession();
    const first = eventsOf(await call(1, "steps", {}, { progressToken: "first" }));
    const { id } = await nextMessage(first);
    await first.return(undefined);
    const other = eventsOf(await call(2, "steps", {}, { progressToken: "second" }));
    const resumed: (Message | undefined)[] = [];
    for await (const { message } of eventsOf(await get(id))) resumed.push(message);
    for await (const _ of other);
    expect(resumed.at(-1)).toMatchObject({ id: 1, result: { content: [{ text: "done" }] } });
    expect(resumed.slice(0, -1).map((message) => message?.params?.progressToken)).not.toContain("second");
    expect(log.problems()).toEqual([]);
  });

  it("is let go of, and comes back for the answer", async () => {
    const { call, get, eventsOf } = await openSession();
    const events: Event[] = [];
    for await (const event of eventsOf(await call(1, "later"))) events.push(event);
    expect(events).toEqual([{ id: expect.any(String) }, { retry: "250" }]);
    const resumed = await nextMessage(eventsOf(await get(events[0]?.id)));
    expect(resumed.message).toMatchObject({ id: 1, result: { content: [{ text: "later" }] } });
  });

  it("keeps its stream before 2025-11-25", async () => {
    const { call, eventsOf, log } = await openSession("2025-06-18");
    const events: Event[] = [];
    for await (const event of eventsOf(await call(1, "later"))) events.push(event);
    expect(events).toMatchObject([{ message: { id: 1, result: { content: [{ text: "later" }] } } }]);
    expect(log.problems()).toEqual([]);
  });

  it("is cancelled by a notification only", async () => {
    const { call, post } = await openSession();
    const stream = await call(77, "hang");
    await stream.body?.cancel();
    await expect.poll(() => server.stderr()).toContain("hanging 77");
    expect(server.stderr()).not.toContain("aborted 77");
    await post({ method: "notifications/cancelled", params: { requestId: 77 } });
    await expect.poll(() => server.stderr()).toContain("aborted 77");
  });

  it("hears of changes on its standing stream", async () => {
    const { get, post, call, eventsOf } = await openSession();
    const standing = eventsOf(await get());
    const touch = { name: "touch", arguments: { uri: "protocol://text" } };
    await (await post({ id: 1, method: "resources/subscribe", params: { uri: "protocol://text" } })).text();
    await (await post({ id: 2, method: "tools/call", params: touch })).text();
    const { message } = await nextMessage(standing);
    expect(message).toMatchObject({ method: "notifications/resources/updated", params: { uri: "protocol://text" } });
    await standing.return(undefined);
    expect((await call(3, "point")).status).toBe(200);
  });

  it("sends batches in 2025-03-26", async () => {
    const { post, eventsOf, log } = await openSession("2025-03-26");
    const ping = (id: number) => ({ jsonrpc: "2.0", id, method: "ping" });
    const ids: unknown[] = [];
    for await (const { message } of eventsOf(await post([ping(1), ping(2)]))) ids.push(message?.id);
    expect(ids.sort()).toEqual([1, 2]);
    expect(log.problems()).toEqual([]);
  });

  it("ends by DELETE", async () => {
    const { send, call } = await openSession();
    expect((await send({ method: "DELETE" })).ok).toBe(true);
    expect((await call(1, "point")).status).toBe(404);
  });
});
