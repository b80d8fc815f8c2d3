import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { buildFixture, ChildServer } from "../fixtures/child-server.js";

let fixture: ReturnType<typeof buildFixture>;
const started: ChildServer[] = [];

function start(options?: object): ChildServer {
  const server = new ChildServer(fixture.file, options);
  started.push(server);
  return server;
}

beforeAll(() => {
  fixture = buildFixture("main");
});
afterEach(async () => {
  for (const server of started.splice(0)) {
    server.process.kill("SIGKILL");
    await server.exited;
  }
});
afterAll(() => fixture.remove());

describe("framing", () => {
  test("a message may arrive in pieces that split lines and characters", async () => {
    const server = start();
    await server.initialize();
    const text = "Zürich 🌦 \u2028";
    const bytes = Buffer.from(
      `${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "echo", arguments: { text } } })}\n`,
    );
    for (const byte of bytes) {
      server.process.stdin.write(Buffer.of(byte));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await server.answer(1)).result?.content[0]?.text).toBe(text);
  });

  test("several messages may arrive in one piece, with CRLF and blank lines", async () => {
    const server = start();
    await server.initialize();
    const line = (id: number) => JSON.stringify({ jsonrpc: "2.0", id, method: "ping" });
    server.process.stdin.write(`\n${line(1)}\r\n\r\n  \n${line(2)}\n`);
    await Promise.all([server.answer(1), server.answer(2)]);
    expect(server.messages()).toHaveLength(3);
  });

  test("a 10 MB argument passes", async () => {
    const server = start();
    await server.initialize();
    const text = "x".repeat(10_000_000);
    server.call(1, "echo", { text });
    expect((await server.answer(1)).result?.content[0]?.text).toHaveLength(text.length);
  });

  test("a longer message than allowed is refused by its id, and the connection goes on", async () => {
    const server = start({ maxLineBytes: 1_000 });
    await server.initialize();
    server.call(1, "echo", { text: "x".repeat(2_000) });
    server.call(2, "echo", { text: "short" });
    expect(await server.answer(1)).toEqual({
      jsonrpc: "2.0",
      id: 1,
      error: { code: -32600, message: "A message may be at most 1000 bytes long." },
    });
    expect((await server.answer(2)).result).toBeDefined();
  });

  test("what is no JSON and what is no message is answered, and the connection goes on", async () => {
    const server = start();
    await server.initialize();
    server.process.stdin.write("{oops\n");
    expect(await server.error(-32700)).not.toHaveProperty("id");
    server.send({ id: 7, method: "tools/call", params: "none" });
    expect(await server.error(-32600)).toMatchObject({ id: 7 });
    server.call(8, "echo", { text: "still here" });
    expect((await server.answer(8)).result?.content[0]?.text).toBe("still here");
  });
});

describe("the end of stdin", () => {
  test("waits for what is in flight, then ends the process in spite of open timers", async () => {
    const server = start();
    await server.initialize();
    server.call(1, "slow", { ms: 200 });
    server.process.stdin.end();
    expect(await server.exited).toBe(0);
    expect((await server.answer(1)).result?.content[0]?.text).toBe("finished");
  });

  test("completes a last line that has no newline", async () => {
    const server = start();
    await server.initialize();
    server.process.stdin.end(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" }));
    expect(await server.exited).toBe(0);
    await server.answer(1);
  });

  test("right after the first message still gets it answered", async () => {
    const server = start();
    server.send({ id: 1, method: "ping" });
    server.process.stdin.end();
    expect(await server.exited).toBe(0);
    await server.answer(1);
  });

  test("does not wait for cancelled requests", async () => {
    const server = start({ shutdownGraceMs: 60_000 });
    await server.initialize();
    server.call(1, "hang");
    await server.told("hanging");
    server.send({ method: "notifications/cancelled", params: { requestId: 1 } });
    server.process.stdin.end();
    expect(await server.exited).toBe(0);
    expect(server.messages()).toHaveLength(1);
  });

  test("does not wait for open subscriptions", async () => {
    const server = start({ shutdownGraceMs: 60_000 });
    const _meta = {
      "io.modelcontextprotocol/protocolVersion": "2026-07-28",
      "io.modelcontextprotocol/clientCapabilities": {},
    };
    server.send({
      id: 1,
      method: "subscriptions/listen",
      params: { _meta, notifications: { toolsListChanged: true } },
    });
    server.process.stdin.end();
    expect(await server.exited).toBe(0);
    // The acknowledgement, and the result that ends a subscription in good order.
    expect(server.messages()).toMatchObject([
      { method: "notifications/subscriptions/acknowledged" },
      { id: 1, result: {} },
    ]);
  });

  test("aborts what takes longer than the grace period", async () => {
    const server = start({ shutdownGraceMs: 50 });
    await server.initialize();
    server.call(1, "hang");
    await server.told("hanging");
    server.process.stdin.end();
    expect(await server.exited).toBe(0);
    expect(server.stderr).toContain("aborted");
  });

  test("fails questions to the client, which nobody can answer any more", async () => {
    const server = start({ shutdownGraceMs: 60_000 });
    await server.initialize();
    server.call(1, "ask");
    await server.told("asking");
    server.process.stdin.end();
    expect(await server.exited).toBe(0);
    expect((await server.answer(1)).result?.content[0]?.text).toBe("nobody there");
  });
});

describe("signals", () => {
  test.each(["SIGTERM", "SIGINT"] as const)("%s lets what is in flight finish", async (signal) => {
    const server = start();
    await server.initialize();
    server.call(1, "slow", { ms: 200 });
    server.call(2, "echo", { text: "arrived" });
    await server.answer(2);
    server.process.kill(signal);
    expect(await server.exited).toBe(0);
    await server.answer(1);
  });

  test.each([
    ["SIGTERM", 143],
    ["SIGINT", 130],
  ] as const)("a second %s ends the process at once", async (signal, code) => {
    const server = start({ shutdownGraceMs: 60_000 });
    await server.initialize();
    server.call(1, "ask");
    server.call(2, "hang");
    await server.told("hanging");
    server.process.kill(signal);
    // The question fails as soon as the first signal is seen.
    await server.answer(1);
    server.process.kill(signal);
    expect(await server.exited).toBe(code);
  });
});

test("a client that stops reading ends the process", async () => {
  const server = start({ shutdownGraceMs: 60_000 });
  await server.initialize();
  server.call(1, "hang");
  await server.told("hanging");
  server.process.stdout.destroy();
  server.call(2, "echo", { text: "x" });
  expect(await server.exited).toBe(0);
  expect(server.stderr).not.toContain("EPIPE");
});

describe("stdout", () => {
  test("carries nothing but messages, whatever the server and its children print", async () => {
    const server = start();
    await server.initialize();
    server.call(1, "stray");
    await server.answer(1);
    expect(server.lines.join("\n")).not.toContain("STRAY");
    const told = server.stderr.split("\n").filter((line) => line.startsWith("STRAY"));
    expect(told.map((line) => line.slice("STRAY ".length)).sort()).toEqual(
      [
        ["console", "stream", "writeSync", "writeFileSync", "write"],
        ["spawn inherit", "spawn 1", "spawn stream", "spawnSync", "execFileSync", "execSync"],
      ]
        .flat()
        .sort(),
    );
  });

  test("children do not read the messages", async () => {
    const server = start();
    await server.initialize();
    server.call(1, "stdin");
    server.call(2, "echo", { text: "mine" });
    expect((await server.answer(1)).result?.content[0]?.text).toBe("");
    expect((await server.answer(2)).result?.content[0]?.text).toBe("mine");
  });
});
