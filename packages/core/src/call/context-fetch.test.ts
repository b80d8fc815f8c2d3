import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { Asking, askingManifest, type Method } from "../ask/asking.fixture.js";
import { serveDirectly } from "../engine/serve-directly.fixture.js";
import type { ToolManifest } from "../manifest/manifest.js";
import { startLocalServer } from "../outgoing/local-server.fixture.js";
import { PrivateAddressError } from "../outgoing/private-address-error.js";
import type { DefineServerOptions } from "../registry/define-server-options.js";
import { ToolError } from "../tool-error.js";

const REVISIONS = ["2026-07-28", "2025-11-25"];
const OPEN: DefineServerOptions = { fetch: { allowPrivate: true } };

function serve(method: Method, options: DefineServerOptions = OPEN, toolOptions: Partial<ToolManifest> = {}) {
  const { send, reports, engine } = serveDirectly(new Asking(method), {
    manifest: askingManifest(toolOptions),
    ...options,
  });
  const call = (revision: string, said: Parameters<typeof send>[2] = {}) =>
    send("tools/call", { name: "ask" }, { revision, ...said });
  return { call, reports, engine };
}

/** A server that begins a response and never ends it, and what resolves when its client is gone. */
async function startSlowServer(onRequest: () => void = () => undefined) {
  let gone: () => void = () => undefined;
  const isGone = new Promise<void>((resolve) => {
    gone = resolve;
  });
  const server = await startLocalServer((_, response: ServerResponse) => {
    response.once("close", gone);
    response.write("first");
    onRequest();
  });
  return { url: server.url, isGone };
}

describe.each(REVISIONS)("ctx.fetch, called by a client of %s,", (revision) => {
  it("gives a response, which can be the result", async () => {
    const server = await startLocalServer(({ headers }, response) =>
      response.writeHead(200, { "content-type": "text/plain" }).end(`baggage ${headers.baggage}`),
    );
    const { call } = serve((ctx) => ctx.fetch(server.url));
    const { content } = await call(revision, { meta: { baggage: "user=7" } });
    expect(content).toEqual([{ type: "text", text: "baggage user=7" }]);
  });

  it("refuses private addresses, and tells only the operator", async () => {
    const server = await startLocalServer((_, response) => response.end("secret"));
    const { call, reports } = serve((ctx) => ctx.fetch(server.url), {});
    const { isError, content } = await call(revision);
    expect(isError).toBe(true);
    expect(content[0].text).toMatch(
      /^The server failed to answer \(tool "ask"\)\. Its log has the cause under reference \w+/,
    );
    expect(reports[0]?.error).toMatchObject({
      name: "PrivateAddressError",
      message: expect.stringContaining('allow it: defineServer(…, { fetch: { allowPrivate: ["127.0.0.1"] } })'),
    });
    expect(server.received).toEqual([]);
  });

  it("lets the method tell the model", async () => {
    const { call, reports } = serve(async (ctx) => {
      return ctx.fetch("http://localhost:1/").catch((error) => {
        throw error instanceof PrivateAddressError ? new ToolError("Only public pages can be read.") : error;
      });
    }, {});
    expect(await call(revision)).toEqual({
      isError: true,
      content: [{ type: "text", text: "Only public pages can be read." }],
    });
    expect(reports).toEqual([]);
  });

  it("ends when the call is cancelled", async () => {
    const stop = new AbortController();
    const server = await startSlowServer(() => stop.abort());
    const { call, reports } = serve(async (ctx) => (await ctx.fetch(server.url)).text());
    expect(await call(revision, { signal: stop.signal })).toMatchObject({
      isError: true,
      content: [{ text: "Cancelled." }],
    });
    await server.isGone;
    expect(reports).toEqual([]);
  });

  it("ends at the deadline", async () => {
    const server = await startSlowServer();
    const { call } = serve(async (ctx) => (await ctx.fetch(server.url)).text(), OPEN, { timeout: 100 });
    expect(await call(revision)).toMatchObject({
      isError: true,
      content: [{ text: 'The tool "ask" timed out after 100 ms.' }],
    });
    await server.isGone;
  });

  it("does not wait for another attempt beyond the deadline", async () => {
    const server = await startLocalServer((_, response) => response.writeHead(503, { "retry-after": "9" }).end());
    const method: Method = async (ctx) => `status ${(await ctx.fetch(server.url)).status}`;
    const { call } = serve(method, OPEN, { timeout: 8_000 });
    expect((await call(revision)).content[0].text).toBe("status 503");
  });

  it("ends when the call has been answered", async () => {
    const server = await startSlowServer();
    let rest: Promise<string> | undefined;
    const { call } = serve(async (ctx) => {
      rest = (await ctx.fetch(server.url)).text();
      rest.catch(() => undefined);
      return "done";
    });
    expect((await call(revision)).content[0].text).toBe("done");
    await expect(rest).rejects.toThrow("The request has been answered.");
    await server.isGone;
  });

  it("does not begin after the answer", async () => {
    const server = await startLocalServer((_, response) => response.end("late"));
    let fetchLater: () => Promise<Response> = () => Promise.reject(new Error("The method has not run."));
    const { call } = serve((ctx) => {
      fetchLater = () => ctx.fetch(server.url);
      return "done";
    });
    await call(revision);
    await expect(fetchLater()).rejects.toThrow("The request has been answered.");
    expect(server.received).toEqual([]);
  });

  it("ends with the server", async () => {
    const server = await startSlowServer(() => engine.abort());
    const { call, engine } = serve(async (ctx) => (await ctx.fetch(server.url)).text());
    expect((await call(revision)).isError).toBe(true);
    await server.isGone;
    await engine.whenSettled();
  });
});

it("goes on in a task, when the client's request has been answered and its connection is gone", async () => {
  let answer: () => void = () => undefined;
  const server = await startLocalServer((_, response) => {
    answer = () => response.end("done");
  });
  const { send } = serveDirectly(new Asking(async (ctx) => (await ctx.fetch(server.url)).text()), {
    ...{ manifest: askingManifest({ task: "required" }), ...OPEN },
  });
  const gone = new AbortController();
  const client = { capabilities: { extensions: { "io.modelcontextprotocol/tasks": {} } } };
  const { taskId } = await send("tools/call", { name: "ask" }, { client, signal: gone.signal });
  gone.abort();
  await expect.poll(() => server.received.length).toBe(1);
  answer();
  await expect
    .poll(() => send("tasks/get", { taskId }, { client }))
    .toMatchObject({ status: "completed", result: { content: [{ text: "done" }] } });
});

it("checks the server's options at start", () => {
  expect(() => serve(() => "", { fetch: { retries: -1 } })).toThrow(
    "the option fetch cannot be used: retries must be a whole number from 0 to 10, not -1",
  );
  expect(() => serve(() => "", { fetch: { allowPrivate: ["http://wiki.example"] } })).toThrow(
    'the option fetch cannot be used: allowPrivate must list hosts such as "wiki.example" or "127.0.0.1:8080"',
  );
});
