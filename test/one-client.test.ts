import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ATTACKS, GreedyClient } from "./support/greedy-client.js";
import { type HttpProcess, ROOT, startHttp } from "./support/serve.js";
import { runWarm } from "./support/warm-command.js";

/** Megabytes of heap, so that little is already too much. */
const HEAP = 128;
/** Megabytes that the process may grow by. Buffers and what waits in sockets are not in the heap. */
const MOST_MB = 250;

const folder = mkdtempSync(join(tmpdir(), "plainmcp-shared-"));
beforeAll(async () => {
  const built = await runWarm(ROOT, ["build", "test/fixtures/shared.ts", "--transport", "http", "--out-dir", folder]);
  expect(built).toMatchObject({ exitCode: 0 });
});
afterAll(() => rmSync(folder, { recursive: true }));

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A server with a small heap, one client that asks for too much, and another. */
async function setUp(flags: readonly string[] = []) {
  const server: HttpProcess = await startHttp([
    `--max-old-space-size=${HEAP}`,
    ...[join(folder, "shared.mjs"), "--port", "0", ...flags],
  ]);
  closing.push(server.stop);
  const client = (address: string) => {
    const one = new GreedyClient(server.url, address);
    closing.push(() => one.end());
    return one;
  };
  return { server, client, greedy: client("127.0.0.2"), other: client("127.0.0.1") };
}

/** The memory of the server's process in bytes, which is more than its heap. */
async function memoryOf(client: GreedyClient): Promise<number> {
  return Number(/"rss\\?":(\d+)/.exec((await client.call("memory")).text)?.[1]);
}

/** What a client must get all the time. */
async function expectServed(client: GreedyClient, session: Awaited<ReturnType<GreedyClient["open"]>>) {
  const answer = await client.call("add", { a: 2, b: 3 });
  expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('"5"')]);
  const params = { name: "add", arguments: { a: 20, b: 3 } };
  const inSession = await client.send({ jsonrpc: "2.0", id: "s", method: "tools/call", params }, session.own);
  expect([inSession.status, inSession.text]).toEqual([200, expect.stringContaining('"23"')]);
  const task = await client.call("work", { size: 3 }, { extensions: { "io.modelcontextprotocol/tasks": {} } });
  expect([task.status, task.text]).toEqual([200, expect.stringContaining('"taskId"')]);
  expect(await client.hear("shared://item/now")).toContain("notifications/resources/updated");
  const opened = await client.open();
  expect(opened.status).toBe(200);
  expect((await client.send(undefined, opened.own, "DELETE")).status).toBe(200);
}

describe("One client that asks for too much", () => {
  it.each(Object.keys(ATTACKS))("harms no other: %s", async (name) => {
    const { greedy, other, server } = await setUp();
    const [session, idle] = [await other.open(), await other.open()];
    const ping = () => other.send({ jsonrpc: "2.0", id: "p", method: "ping" }, idle.own);
    await ping();
    await expectServed(other, session);
    const before = await memoryOf(other);
    const attack = ATTACKS[name]?.(greedy, 50);
    let isOver = false;
    void attack?.then(() => {
      isOver = true;
    });
    // The process would end here: what was taken in sum is more than the heap.
    do await expectServed(other, session);
    while (!isOver);
    await expectServed(other, session);
    expect((await ping()).status).toBe(200);
    expect(((await memoryOf(other)) - before) / 1e6).toBeLessThan(MOST_MB);
    greedy.end();
    await expectServed(other, session);
    expect(server.stderr()).not.toMatch(/FATAL|heap out of memory/);
  });
});
