import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { Client as V1Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as V1Transport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, describe, expect, it, type TestContext } from "vitest";
import { openLegacySession } from "./support/legacy-session.js";
import { LineConnection } from "./support/line-connection.js";
import { modernParams } from "./support/modern-message.js";
import { modernPost } from "./support/post.js";
import { allMessages } from "./support/read-events.js";
import { PLAINMCP, ROOT, startHttp } from "./support/serve.js";

const SERVE = [PLAINMCP, "serve", join(ROOT, "test/fixtures/calls.ts")];
const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"] as const;
const CLIENT = { name: "by-hand", version: "1" };
const SHUTTING_DOWN = "The server is shutting down.";

const folder = mkdtempSync(join(tmpdir(), "plainmcp-endings-"));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;

/** A file for a tool to write to, and what it has written so far. */
function scratch(): { readonly log: string; logged(): string } {
  const log = join(folder, `${count++}.log`);
  return { log, logged: () => (existsSync(log) ? readFileSync(log, "utf8") : "") };
}

// The test's own time limit is the bound. `expect.poll` does not know its test when several run at once.
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Starts a server, and ends it with the test. */
function spawnServer({ onTestFinished }: TestContext, args: readonly string[] = []): LineConnection {
  const connection = new LineConnection([...SERVE, ...args]);
  onTestFinished(async () => {
    connection.kill("SIGKILL");
    await connection.exited;
  });
  return connection;
}

async function start(context: TestContext, args: readonly string[] = []): Promise<LineConnection> {
  const connection = spawnServer(context, args);
  await connection.initialize("2025-11-25");
  return connection;
}

function call(connection: LineConnection, name: string, args: object): number {
  const id = connection.newId();
  connection.send({ id, method: "tools/call", params: { name, arguments: args } });
  return id;
}

describe.concurrent.each(["end", ...SIGNALS] as const)("a server over stdio that is told to end by %s", (how) => {
  const tell = (connection: LineConnection) => (how === "end" ? connection.end() : connection.kill(how));

  it("lets calls finish, has others stop, and gives their methods time to clean up", async (context) => {
    const { log, logged } = scratch();
    const connection = await start(context);
    const slow = call(connection, "slow", { ms: 300, tag: "finished" });
    const tidy = call(connection, "tidy", { log });
    await until(() => logged() === "began\n");
    tell(connection);
    expect(await connection.exited).toBe(0);
    expect((await connection.answer(slow)).result).toMatchObject({ content: [{ text: "finished" }] });
    expect((await connection.answer(tidy)).result).toMatchObject({ isError: true, content: [{ text: SHUTTING_DOWN }] });
    expect(logged()).toBe("began\ntold to stop\nin order\n");
    expect(connection.log.problems()).toEqual([]);
  });

  it("answers what never settles with an error", async (context) => {
    const { log, logged } = scratch();
    const connection = await start(context, ["--shutdown-grace", "500ms"]);
    const never = call(connection, "never", { log });
    const prompt = connection.newId();
    const params = { name: "neverPrompt", arguments: { log } };
    connection.send({ id: prompt, method: "prompts/get", params });
    await until(() => logged() === "began\nbegan\n");
    tell(connection);
    expect(await connection.exited).toBe(0);
    expect((await connection.answer(never)).result).toMatchObject({
      isError: true,
      content: [{ text: SHUTTING_DOWN }],
    });
    expect((await connection.answer(prompt)).error).toMatchObject({ code: -32603, message: SHUTTING_DOWN });
    expect(connection.log.problems()).toEqual([]);
  });
});

describe.concurrent("a server", () => {
  it("a modern call that never settles is answered with an error, too", async (context) => {
    const { log, logged } = scratch();
    const connection = spawnServer(context, ["--shutdown-grace", "500ms"]);
    connection.send({ id: 1, method: "tools/call", params: modernParams({ name: "never", arguments: { log } }) });
    await until(() => logged() === "began\n");
    connection.end();
    expect(await connection.exited).toBe(0);
    expect((await connection.answer(1)).result).toMatchObject({ isError: true, content: [{ text: SHUTTING_DOWN }] });
    expect(connection.log.problems()).toEqual([]);
  });

  it("SIGTERM after EOF does not wait for calls to finish", async (context) => {
    const { log, logged } = scratch();
    const connection = await start(context, ["--shutdown-grace", "10m"]);
    call(connection, "tidy", { log });
    await until(() => logged() === "began\n");
    connection.end();
    connection.kill("SIGTERM");
    expect(await connection.exited).toBe(0);
    expect(logged()).toBe("began\ntold to stop\nin order\n");
  });

  it("the second signal ends the process at once, and calls get an error all the same", async (context) => {
    const { log, logged } = scratch();
    const connection = await start(context, ["--shutdown-grace", "10m"]);
    const never = call(connection, "never", { log });
    await until(() => logged() === "began\n");
    connection.kill("SIGTERM");
    await new Promise((resolve) => setTimeout(resolve, 100));
    connection.kill("SIGTERM");
    expect(await connection.exited).toBe(143);
    expect((await connection.answer(never)).error).toMatchObject({ code: -32603, message: SHUTTING_DOWN });
  });

  it.for([10, 1_000_000, 10_000_000])(
    "process.exit in a tool leaves nobody without an answer, of %i bytes",
    async (size, context) => {
      const { log, logged } = scratch();
      const connection = await start(context);
      const never = call(connection, "never", { log });
      const large = call(connection, "echo", { text: "x".repeat(size) });
      await until(() => logged() === "began\n");
      const exit = call(connection, "exit", { code: 3 });
      expect(await connection.exited).toBe(3);
      expect((await connection.answer(large)).result).toMatchObject({ content: [{ text: "x".repeat(size) }] });
      for (const id of [never, exit]) {
        expect((await connection.answer(id)).error).toMatchObject({ code: -32603, message: SHUTTING_DOWN });
      }
      expect(connection.log.problems()).toEqual([]);
    },
  );

  it("process.exit in a tool leaves nobody of a batch without an answer", async (context) => {
    const { log, logged } = scratch();
    const connection = spawnServer(context);
    await connection.initialize("2025-03-26");
    const request = (id: string, name: string, args: object) => ({
      ...{ jsonrpc: "2.0", id, method: "tools/call" },
      params: { name, arguments: args },
    });
    connection.send([request("a", "echo", { text: "a" }), request("b", "never", { log })]);
    await until(() => logged() === "began\n");
    const exit = call(connection, "exit", { code: 4 });
    expect(await connection.exited).toBe(4);
    expect((await connection.answer("a")).result).toMatchObject({ content: [{ text: "a" }] });
    for (const id of ["b", exit]) expect((await connection.answer(id)).error).toMatchObject({ code: -32603 });
  });

  it.for(["process.exit", "end"])(
    "progress just before %s costs nobody an answer, and brings none twice",
    async (how, context) => {
      const connection = await start(context, ["--shutdown-grace", "0"]);
      const id = connection.newId();
      const params = { name: "steps", arguments: { ms: 0, tag: "answer" }, _meta: { progressToken: id } };
      connection.send({ id, method: "tools/call", params });
      await connection.message(({ method }) => method === "notifications/progress");
      if (how === "end") connection.end();
      else call(connection, "exit", { code: 0 });
      expect(await connection.exited).toBe(0);
      expect(connection.messages().filter((message) => message.id === id && !message.method)).toHaveLength(1);
      expect(connection.log.problems()).toEqual([]);
    },
  );

  it("a longer time is enough for a file of calls", async () => {
    const child = spawn(process.execPath, [...SERVE, "--shutdown-grace", "60"]);
    const lines = [
      { id: 0, method: "initialize", params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: CLIENT } },
      { method: "notifications/initialized" },
      // Longer than the default would let it.
      { id: 1, method: "tools/call", params: { name: "slow", arguments: { ms: 4_000, tag: "answered" } } },
    ];
    child.stdin.end(lines.map((line) => `${JSON.stringify({ jsonrpc: "2.0", ...line })}\n`).join(""));
    let out = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    expect(await once(child, "close")).toEqual([0, null]);
    expect(out).toContain("answered");
  });

  it("a process whose parent is gone lets calls finish and ends, although its stdin stays open", async () => {
    const { log, logged } = scratch();
    // The parent starts the server with a stdin that a third process writes to and holds open, and is killed.
    const lines = [
      { id: 0, method: "initialize", params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: CLIENT } },
      { id: 1, method: "tools/call", params: { name: "finish", arguments: { ms: 5_000, log } } },
    ];
    const text = lines.map((line) => `${JSON.stringify({ jsonrpc: "2.0", ...line })}\n`).join("");
    const hold = `process.stdout.write(${JSON.stringify(text)}); setTimeout(() => {}, 60_000)`;
    const code = `
    const { spawn } = require("node:child_process");
    const holder = spawn(process.execPath, ["-e", ${JSON.stringify(hold)}], { stdio: ["ignore", "pipe", "ignore"] });
    const args = ${JSON.stringify([...SERVE, "--shutdown-grace", "30"])};
    const server = spawn(process.execPath, args, { stdio: [holder.stdout, "ignore", "inherit"] });
    console.log(JSON.stringify([holder.pid, server.pid]));
    setInterval(() => {}, 1000);
  `;
    const parent = spawn(process.execPath, ["-e", code], { stdio: ["ignore", "pipe", "ignore"] });
    const [line] = await once(parent.stdout, "data");
    const [holder, server] = JSON.parse(String(line));
    await until(() => logged() === "began\n");
    parent.kill("SIGKILL");
    await until(() => !isAlive(server));
    expect(isAlive(holder)).toBe(true);
    expect(logged()).toBe("began\nfinished\n");
    process.kill(holder, "SIGKILL");
  });

  it.each([[], ["subscriptions/listen"]])(
    "a client that reads nothing does not keep the process %s",
    async (...methods) => {
      const child = spawn(process.execPath, [...SERVE, "--shutdown-grace", "1"], { stdio: ["pipe", "pipe", "ignore"] });
      child.stdout.pause();
      const send = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
      const params = modernParams({ notifications: { toolsListChanged: true } });
      for (const method of methods) send({ id: method, method, params });
      for (let id = 0; id < 50; id++) {
        const params = modernParams({ name: "echo", arguments: { text: "x".repeat(100_000) } });
        send({ id, method: "tools/call", params });
      }
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      child.stdin.end();
      const [code] = await once(child, "exit");
      expect(code).toBe(0);
    },
  );

  it.each([
    ["version 1", () => new V1Client(CLIENT), V1Transport],
    ["version 2", () => new Client(CLIENT), StdioClientTransport],
  ])(
    "the official client of %s closes, and the process that a tool had started is gone",
    async (_, create, Transport) => {
      for (const isCancelled of [false, true]) {
        const { log, logged } = scratch();
        const client = create();
        await client.connect(new Transport({ command: process.execPath, args: SERVE, stderr: "ignore" }) as never);
        const cancelling = new AbortController();
        const params = { name: "child", arguments: { log } };
        const options = { signal: cancelling.signal };
        const called =
          client instanceof V1Client ? client.callTool(params, undefined, options) : client.callTool(params, options);
        called.catch(() => undefined);
        await until(() => /^\d+\n/.test(logged()));
        if (isCancelled) cancelling.abort("no longer needed");
        await client.close();
        expect(isAlive(Number.parseInt(logged(), 10))).toBe(false);
        expect(logged()).toContain("cleaned up");
      }
    },
  );
});

describe.concurrent("a host that closes stderr", () => {
  it("does not end a server over HTTP", async () => {
    const server = await startServer();
    server.child.stderr?.destroy();
    for (let id = 0; id < 5; id++) {
      const failed = await (await modernCall(server.url, id, "fail", {})).json();
      expect(failed).toMatchObject({ id, result: { isError: true } });
    }
    server.child.kill("SIGTERM");
    expect(await server.exited).toBe(0);
  });

  it("does not end a server over stdio", async () => {
    const child = spawn(process.execPath, SERVE);
    child.stderr.destroy();
    let out = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    for (let id = 0; id < 5; id++) {
      const params = modernParams({ name: "fail", arguments: {} });
      child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id, method: "tools/call", params })}\n`);
      await until(() => out.split("\n").length > id + 1);
    }
    child.stdin.end();
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});

describe.concurrent.each(SIGNALS)("a server over HTTP that is told to end by %s", (signal) => {
  it("lets calls finish whose client is away", async () => {
    const { log, logged } = scratch();
    const server = await startServer("20");
    const { call } = await openLegacySession(server.url);
    const response = await call(1, "finish", { ms: 1_000, log });
    await response.body?.cancel();
    await until(() => logged() === "began\n");
    server.child.kill(signal);
    expect(await server.exited).toBe(0);
    expect(logged()).toBe("began\nfinished\n");
  });

  it("lets calls finish, has others stop, and answers every one", async () => {
    const { log, logged } = scratch();
    const server = await startServer();
    const { call, eventsOf, get } = await openLegacySession(server.url);
    await get();
    const slow = await call(1, "slow", { ms: 100, tag: "finished" });
    const tidy = await call(2, "tidy", { log });
    const asking = await call(3, "ask", { tag: "nobody" });
    const never = await call(4, "never", { log: `${log}.never` });
    const modern = modernCall(server.url, 5, "tidy", { log: `${log}.modern` });
    const deaf = modernCall(server.url, 6, "never", { log: `${log}.deaf` });
    await until(() => existsSync(`${log}.modern`) && existsSync(`${log}.deaf`));
    const answers = Promise.all([slow, tidy, asking, never].map((response) => allMessages(eventsOf(response))));
    server.child.kill(signal);
    const [finished, stopped, asked, given] = await answers;
    expect(finished).toMatchObject([{ id: 1, result: { content: [{ text: "finished" }] } }]);
    expect(stopped).toMatchObject([{ id: 2, result: { isError: true, content: [{ text: SHUTTING_DOWN }] } }]);
    expect(asked?.at(-1)).toMatchObject({ id: 3, result: { isError: true } });
    expect(given).toMatchObject([{ id: 4, result: { isError: true, content: [{ text: SHUTTING_DOWN }] } }]);
    expect(await (await modern).json()).toMatchObject({ id: 5, result: { isError: true } });
    expect(await (await deaf).json()).toMatchObject({ id: 6, result: { isError: true } });
    expect(await server.exited).toBe(0);
    expect(logged()).toBe("began\ntold to stop\nin order\n");
    expect(readFileSync(`${log}.modern`, "utf8")).toBe("began\ntold to stop\nin order\n");
  });

  it("ends at once when nothing is in flight, whatever stands open", async () => {
    const server = await startServer("10m");
    const { get } = await openLegacySession(server.url);
    const streams = [await get(), await get()];
    server.child.kill(signal);
    expect(await server.exited).toBe(0);
    for (const stream of streams) await stream.text();
  });
});

async function startServer(grace = "2") {
  let child!: ChildProcess;
  const server = await startHttp([...SERVE, "--http", "--port", "0", "--shutdown-grace", grace], {}, (started) => {
    child = started;
  });
  return { url: server.url, child, exited: once(child, "exit").then(([code]) => code) };
}

function modernCall(url: string, id: number, name: string, args: object): Promise<Response> {
  const post = modernPost(id, "tools/call", { name, arguments: args });
  return fetch(url, { ...post, headers: { ...post.headers, accept: "application/json" } });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that nobody has waited for is there, and is nothing any more.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
