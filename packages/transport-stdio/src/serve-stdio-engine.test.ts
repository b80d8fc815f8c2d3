import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { LineConnection } from "../../../test/support/line-connection.js";
import { modernParams } from "../../../test/support/modern-message.js";
import { buildFixture } from "../fixtures/build-fixture.js";

let fixture: ReturnType<typeof buildFixture>;
const started: LineConnection[] = [];

function start(options: object = {}): LineConnection {
  const server = new LineConnection([fixture.file, JSON.stringify(options)], "2025-11-25", { elicitation: {} });
  started.push(server);
  return server;
}

async function open(options?: object): Promise<LineConnection> {
  const server = start(options);
  await server.initialize();
  return server;
}

/** Calls a tool, and returns the id of the call. */
function begin(server: LineConnection, name: string, args: object = {}): number {
  return server.begin("tools/call", { name, arguments: args });
}

/** Waits for the text of a call's result. */
async function textOf(server: LineConnection, id: number): Promise<string | undefined> {
  const { result } = await server.answer(id);
  return (result?.content as { readonly text: string }[] | undefined)?.[0]?.text;
}

beforeAll(() => {
  fixture = buildFixture("main");
});
afterEach(async () => {
  for (const server of started.splice(0)) await server.close();
});
afterAll(() => fixture.remove());

describe("a line", () => {
  test("that is too long is refused under its id, and the connection continues", async () => {
    const server = await open({ limits: { maxLineSize: 1_000 } });
    const [long, short] = [
      begin(server, "echo", { text: "x".repeat(2_000) }),
      begin(server, "echo", { text: "short" }),
    ];
    expect(await server.answer(long)).toEqual({
      jsonrpc: "2.0",
      id: long,
      error: { code: -32600, message: "A message may be at most 1000 bytes long." },
    });
    expect(await textOf(server, short)).toBe("short");
  });
});

test("a response before initialize is ignored, and reported in one line", async () => {
  const server = start();
  server.write('{"jsonrpc":"2.0","id":1,"result":{}}\n');
  await server.initialize();
  server.end();
  await server.exited;
  expect(server.stderr).toBe("Ignored a response that came before initialize.\n");
});

describe("the end of stdin", () => {
  test("waits for requests in flight, then ends the process in spite of open timers", async () => {
    const server = await open();
    const id = begin(server, "slow", { ms: 200 });
    server.end();
    expect(await server.exited).toBe(0);
    expect(await textOf(server, id)).toBe("finished");
  });

  test("right after the first message still lets it be answered", async () => {
    const server = start();
    const id = server.begin("ping");
    server.end();
    expect(await server.exited).toBe(0);
    expect((await server.answer(id)).result).toEqual({});
  });

  test("does not wait for cancelled requests", async () => {
    const server = await open({ shutdownGraceMs: 60_000 });
    const id = begin(server, "hang");
    await server.logged("hanging");
    await server.cancel(id);
    server.end();
    expect(await server.exited).toBe(0);
    expect(server.messages()).toHaveLength(1);
  });

  test("does not wait for open subscriptions", async () => {
    const server = start({ shutdownGraceMs: 60_000 });
    const params = modernParams({ notifications: { toolsListChanged: true } });
    void server.send({ id: 1, method: "subscriptions/listen", params });
    server.end();
    expect(await server.exited).toBe(0);
    // The acknowledgement, and the result that ends a subscription gracefully.
    expect(server.messages()).toMatchObject([
      { method: "notifications/subscriptions/acknowledged" },
      { id: 1, result: {} },
    ]);
  });

  test("aborts what takes longer than the grace period", async () => {
    const server = await open({ shutdownGraceMs: 50 });
    begin(server, "hang");
    await server.logged("hanging");
    server.end();
    expect(await server.exited).toBe(0);
    expect(server.stderr).toContain("aborted");
  });

  test("fails questions to the client, because it cannot answer them any more", async () => {
    const server = await open({ shutdownGraceMs: 60_000 });
    const id = begin(server, "ask");
    await server.logged("asking");
    server.end();
    expect(await server.exited).toBe(0);
    expect(await textOf(server, id)).toBe("nobody there");
  });
});

describe("signals", () => {
  test.each(["SIGTERM", "SIGINT"] as const)("%s lets requests in flight finish", async (signal) => {
    const server = await open();
    const id = begin(server, "slow", { ms: 200 });
    await server.call("echo", { text: "arrived" });
    server.kill(signal);
    expect(await server.exited).toBe(0);
    expect(await textOf(server, id)).toBe("finished");
  });

  test.each([
    ["SIGTERM", 143],
    ["SIGINT", 130],
  ] as const)("a second %s ends the process at once", async (signal, code) => {
    const server = await open({ shutdownGraceMs: 60_000 });
    const id = begin(server, "ask");
    begin(server, "hang");
    await server.logged("hanging");
    server.kill(signal);
    // The question fails as soon as the first signal is seen.
    await server.answer(id);
    server.kill(signal);
    expect(await server.exited).toBe(code);
  });
});

test("a client that stops reading ends the process", async () => {
  const server = await open({ shutdownGraceMs: 60_000 });
  begin(server, "hang");
  await server.logged("hanging");
  server.stopReading();
  begin(server, "echo", { text: "x" });
  expect(await server.exited).toBe(0);
  expect(server.stderr).not.toContain("EPIPE");
});

describe("stdout", () => {
  test("contains only messages, whatever the server and its children print", async () => {
    const server = await open();
    await server.call("stray");
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
    const server = await open();
    const [stdin, echo] = [begin(server, "stdin"), begin(server, "echo", { text: "mine" })];
    expect(await textOf(server, stdin)).toBe("");
    expect(await textOf(server, echo)).toBe("mine");
  });
});
