import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allMessages, nextMessage, openLegacySession } from "./support/legacy-session.js";
import { LineConnection, modernParams } from "./support/line-connection.js";
import { type HttpProcess, PLAINMCP, startHttp } from "./support/serve.js";
import type { Message } from "./support/wire-schemas.js";

const SERVE = [PLAINMCP, "serve", "test/fixtures/calls.ts"];

let server: HttpProcess;
beforeAll(async () => {
  server = await startHttp([...SERVE, "--http", "--port", "0"]);
});
afterAll(() => server.stop());

const textOf = (message: Message | undefined) =>
  (message?.result as { content?: readonly { text: string }[] } | undefined)?.content?.[0]?.text;
const cancel = (requestId: number | string) => ({ method: "notifications/cancelled", params: { requestId } });

/** Clients such as claude.ai's give every request the same id. */
describe("requests with the same id, in one session over HTTP", () => {
  it.each([
    [50, 400],
    [400, 50],
  ])("each get their own answer on their own stream, taking %i and %i ms", async (first, second) => {
    const { call, eventsOf, log } = await openLegacySession(server.url);
    const a = await call(1, "slow", { ms: first, tag: "for A" });
    const b = await call(1, "slow", { ms: second, tag: "for B" });
    const [ofA, ofB] = await Promise.all([allMessages(eventsOf(a)), allMessages(eventsOf(b))]);
    expect(ofA.map(({ id }) => id)).toEqual([1]);
    expect(ofB.map(({ id }) => id)).toEqual([1]);
    expect([textOf(ofA[0]), textOf(ofB[0])]).toEqual(["for A", "for B"]);
    expect(log.problems()).toEqual([]);
  });

  it("are many, and of different methods", async () => {
    const { call, post, eventsOf } = await openLegacySession(server.url);
    const calls = Array.from({ length: 20 }, (_, n) => call(1, "slow", { ms: 10 * ((n * 7) % 20), tag: `tag ${n}` }));
    const list = await post({ id: 1, method: "tools/list" });
    const ping = await post({ id: 1, method: "ping" });
    const answers = await Promise.all(calls.map(async (response) => allMessages(eventsOf(await response))));
    expect(answers.map(([answer]) => textOf(answer))).toEqual(Array.from({ length: 20 }, (_, n) => `tag ${n}`));
    expect((await allMessages(eventsOf(list)))[0]?.result).toHaveProperty("tools");
    expect((await allMessages(eventsOf(ping)))[0]?.result).toEqual({});
  });

  it("differ when one is a number and the other a text, as do those that look like ids of ours", async () => {
    const { call, eventsOf } = await openLegacySession(server.url);
    for (const id of [1, "1", "2", 0, "", -7, 2 ** 40]) {
      const [answer] = await allMessages(eventsOf(await call(id, "id")));
      expect(answer?.id).toBe(id);
      expect(textOf(answer)).toBe(JSON.stringify(id));
    }
  });

  it("report progress on their own streams", async () => {
    const { call, eventsOf } = await openLegacySession(server.url);
    const a = await call(1, "steps", { ms: 200, tag: "A" }, { progressToken: 1 });
    const b = await call(1, "steps", { ms: 100, tag: "B" }, { progressToken: 1 });
    const told = await Promise.all([a, b].map(async (response) => allMessages(eventsOf(response))));
    for (const [index, tag] of ["A", "B"].entries()) {
      expect(told[index]?.[0]).toMatchObject({ params: { progressToken: 1, progress: 1, message: tag } });
      expect(textOf(told[index]?.[1])).toBe(tag);
    }
  });

  it("ask on their own streams, and get the answers that were meant for them", async () => {
    const { call, post, eventsOf } = await openLegacySession(server.url);
    const streams = [];
    for (const tag of ["A", "B"]) streams.push(eventsOf(await call(1, "ask", { tag })));
    const questions = await Promise.all(streams.map(nextMessage));
    expect(questions.map(({ message }) => message.params?.message)).toEqual(["Who is there, A?", "Who is there, B?"]);
    for (const [index, name] of [
      [1, "Bob"],
      [0, "Ann"],
    ] as const) {
      await post({ id: questions[index]?.message.id, result: { action: "accept", content: { name } } });
    }
    const answers = await Promise.all(streams.map(nextMessage));
    expect(answers.map(({ message }) => textOf(message))).toEqual(["A: Ann", "B: Bob"]);
  });

  it("are cancelled one by one, the latest first", async () => {
    const { call, post, eventsOf } = await openLegacySession(server.url);
    const a = eventsOf(await call(1, "slow", { ms: 300, tag: "A" }));
    const b = eventsOf(await call(1, "ask", { tag: "B" }));
    await nextMessage(b);
    await post(cancel(1));
    expect(await allMessages(b)).toEqual([]);
    expect(textOf((await allMessages(a))[0])).toBe("A");
  });
});

describe.each(["2025-11-25", "2025-03-26"])("requests with the same id over stdio, in %s", (revision) => {
  it("are each answered, in the words of the revision", async () => {
    const connection = new LineConnection(SERVE);
    await connection.initialize(revision);
    const send = (ms: number, tag: string) =>
      connection.send({ id: "x", method: "tools/call", params: { name: "slow", arguments: { ms, tag } } });
    send(200, "A");
    send(50, "B");
    send(400, "C");
    await connection.message((message) => textOf(message) === "C");
    const answers = connection.messages().filter(({ id }) => id === "x");
    expect(answers.map(textOf)).toEqual(["B", "A", "C"]);
    expect(answers.every((answer) => "structuredContent" in (answer.result ?? {}))).toBe(revision > "2025-06-18");
    connection.end();
    expect(await connection.exited).toBe(0);
    expect(connection.log.problems()).toEqual([]);
  });

  it("may be cancelled, which leaves the other one", async () => {
    const connection = new LineConnection(SERVE);
    await connection.initialize(revision, { elicitation: {} });
    connection.send({ id: "x", method: "tools/call", params: { name: "slow", arguments: { ms: 200, tag: "A" } } });
    connection.send({ id: "x", method: "tools/call", params: { name: "slow", arguments: { ms: 60_000, tag: "B" } } });
    connection.send(cancel("x"));
    connection.send(cancel("nobody's"));
    expect(textOf(await connection.answer("x"))).toBe("A");
    connection.end();
    expect(await connection.exited).toBe(0);
    expect(connection.messages().filter(({ id }) => id === "x")).toHaveLength(1);
  });
});

describe("requests with the same id over stdio, in 2026-07-28", () => {
  it("are each answered, and tell apart subscriptions as the client calls them", async () => {
    const connection = new LineConnection(SERVE);
    await connection.modern("tools/list");
    const listening = { notifications: { resourceSubscriptions: ["calls://thing"] } };
    const subscription = "my subscription";
    connection.send({ id: subscription, method: "subscriptions/listen", params: modernParams(listening) });
    const acknowledged = await connection.message(
      ({ method }) => method === "notifications/subscriptions/acknowledged",
    );
    expect(subscriptionOf(acknowledged)).toBe(subscription);
    for (const tag of ["A", "B"]) {
      const params = modernParams({ name: "slow", arguments: { ms: tag === "A" ? 200 : 50, tag } });
      connection.send({ id: subscription, method: "tools/call", params });
    }
    await connection.message((message) => textOf(message) === "A");
    const answers = connection.messages().filter(({ id }) => id === subscription);
    expect(answers.map(textOf)).toEqual(["B", "A"]);
    await connection.modern("tools/call", { name: "touch", arguments: { uri: "calls://thing" } });
    const updated = await connection.message(({ method }) => method === "notifications/resources/updated");
    expect(subscriptionOf(updated)).toBe(subscription);
    connection.end();
    expect(await connection.exited).toBe(0);
    const ended = connection
      .messages()
      .filter(({ id, result }) => id === subscription && result && !("content" in result));
    expect(ended.map(subscriptionOf)).toEqual([subscription]);
  });
});

const SUBSCRIPTION_ID = "io.modelcontextprotocol/subscriptionId";

function subscriptionOf({ params, result }: Message): unknown {
  const { _meta } = (params ?? result ?? {}) as { readonly _meta?: Readonly<Record<string, unknown>> };
  return _meta?.[SUBSCRIPTION_ID];
}
