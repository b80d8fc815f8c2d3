import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { buildFixture, ChildServer } from "../../fixtures/child-server.js";

let fixture: ReturnType<typeof buildFixture>;
let server: ChildServer;

async function start(revision: string): Promise<void> {
  server = new ChildServer(fixture.file);
  await server.initialize(revision);
}

beforeAll(() => {
  fixture = buildFixture("main");
});
afterEach(async () => {
  server.process.kill("SIGKILL");
  await server.exited;
});
afterAll(() => fixture.remove());

const call = (id: number, name: string, args: object = {}, meta: object = {}) => ({
  ...{ jsonrpc: "2.0", id, method: "tools/call" },
  params: { name, arguments: args, _meta: meta },
});
const sendBatch = (...messages: unknown[]) => server.process.stdin.write(`${JSON.stringify(messages)}\n`);
const ids = (messages: readonly { id?: unknown }[]) => messages.map(({ id }) => id).sort();

test("a batch is answered by one array, and what is told meanwhile goes out as it comes", async () => {
  await start("2025-03-26");
  sendBatch(call(1, "echo", { text: "a" }), 3, call(2, "progress", { count: 2 }, { progressToken: "p" }));
  const answers = await server.batch();
  expect(ids(answers)).toEqual([1, 2, undefined]);
  expect(answers.find(({ id }) => id === undefined)?.error?.code).toBe(-32600);
  const told = server.messages().filter(({ method }) => method === "notifications/progress");
  expect(told).toHaveLength(2);
  expect(server.messages().at(-1)).toEqual(answers);
});

test("a cancelled request of a batch is left out of the answer", async () => {
  await start("2025-03-26");
  sendBatch(call(1, "hang"), call(2, "echo", { text: "a" }));
  await server.told("hanging");
  server.send({ method: "notifications/cancelled", params: { requestId: 1 } });
  expect(ids(await server.batch())).toEqual([2]);
});

test("a batch of notifications is not answered", async () => {
  await start("2025-03-26");
  sendBatch({ jsonrpc: "2.0", method: "notifications/initialized" });
  server.call(1, "echo", { text: "a" });
  await server.answer(1);
  expect(server.messages()).toHaveLength(2);
});

test("stdin may end before a batch is answered", async () => {
  await start("2025-03-26");
  sendBatch(call(1, "slow", { ms: 50 }), call(2, "echo", { text: "a" }));
  server.process.stdin.end();
  expect(await server.exited).toBe(0);
  expect(ids(await server.batch())).toEqual([1, 2]);
});

test("other revisions have no batches", async () => {
  await start("2025-06-18");
  sendBatch(call(1, "echo", { text: "a" }));
  expect((await server.error(-32600)).error?.message).toContain("only protocol version 2025-03-26");
});
