import process from "node:process";
import { PassThrough, type Readable } from "node:stream";
import type { Engine } from "@plainmcp/core/internal/engine";
import { describe, expect, test } from "vitest";
import { createToolsEngine } from "../fixtures/tools.js";
import { serveStdioEngine } from "./serve-stdio-engine.js";

const PING = `${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" })}\n`;

async function readLine(stream: Readable): Promise<unknown> {
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) return JSON.parse(String(chunk));
  return undefined;
}

describe("with custom streams", () => {
  test("the process is left alone", async () => {
    const before = { write: process.stdout.write, listeners: process.listenerCount("SIGTERM") };
    const [stdin, stdout] = [new PassThrough(), new PassThrough()];
    const server = serveStdioEngine(createToolsEngine(), { stdin, stdout });
    expect({ write: process.stdout.write, listeners: process.listenerCount("SIGTERM") }).toEqual(before);
    stdin.write(PING);
    expect(await readLine(stdout)).toEqual({ jsonrpc: "2.0", id: 1, result: {} });
    stdin.end();
    await server.closed;
  });

  test("close answers requests in flight", async () => {
    const [stdin, stdout] = [new PassThrough(), new PassThrough()];
    const server = serveStdioEngine(createToolsEngine(), { stdin, stdout });
    stdin.write(PING);
    await new Promise((resolve) => setImmediate(resolve));
    const closing = server.close();
    expect(await readLine(stdout)).toMatchObject({ id: 1 });
    await closing;
    expect(server.close()).toBe(server.closed);
  });

  test("a destroyed input ends the server, even before its start", async () => {
    const [stdin, stdout] = [new PassThrough(), new PassThrough()];
    stdin.destroy();
    await serveStdioEngine(createToolsEngine(), { stdin, stdout }).closed;
  });

  test("an output that fails ends the server, and is reported", async () => {
    const [stdin, stdout] = [new PassThrough(), new PassThrough()];
    const errors: Error[] = [];
    const server = serveStdioEngine(createToolsEngine(), { stdin, stdout, onError: (error) => errors.push(error) });
    stdout.destroy(new Error("disk full"));
    await server.closed;
    expect(errors.map(({ message }) => message)).toEqual(["disk full"]);
  });

  test("a response before initialize is reported without a stack", async () => {
    const [stdin, stdout] = [new PassThrough(), new PassThrough()];
    const errors: Error[] = [];
    const server = serveStdioEngine(createToolsEngine(), { stdin, stdout, onError: (error) => errors.push(error) });
    stdin.end(`{"jsonrpc":"2.0","id":1,"result":{}}\n${PING}`);
    await server.closed;
    const notice = "Ignored a response that came before initialize.";
    expect(errors.map(({ message, stack }) => [message, stack])).toEqual([[notice, notice]]);
    expect(await readLine(stdout)).toEqual({ jsonrpc: "2.0", id: 1, result: {} });
  });

  test("a factory that fails is reported, and the client gets no details", async () => {
    const [stdin, stdout] = [new PassThrough(), new PassThrough()];
    const errors: Error[] = [];
    const broken = () => {
      throw new Error("secret");
    };
    const engine: Engine = Object.defineProperty({ ...createToolsEngine() }, "methods", { get: broken });
    const onError = (error: Error) => errors.push(error);
    const server = serveStdioEngine(engine, { stdin, stdout, lane: false, onError });
    stdin.write(PING);
    expect(await readLine(stdout)).toEqual({
      jsonrpc: "2.0",
      id: 1,
      error: { code: -32603, message: "Internal server error" },
    });
    expect(errors.map(({ message }) => message)).toEqual(["secret"]);
    await server.close();
  });
});
