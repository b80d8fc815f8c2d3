import { EventEmitter, once } from "node:events";
import type { Engine } from "@plainmcp/core/internal/engine";
import { describe, expect, test } from "vitest";
import { VERSION } from "../../../test/support/modern-message.js";
import { toPost } from "../../../test/support/post.js";
import { readEvents } from "../../../test/support/read-events.js";
import { answerOf, INITIALIZE, legacy, modern } from "../fixtures/messages.js";
import { Stage } from "../fixtures/stage.js";
import { createEngineHandler, type FetchContext } from "./handler.js";
import type { HttpHandlerOptions } from "./options.js";

const URL_ = "http://localhost:3000/mcp";
const SHUTTING_DOWN = "The server is shutting down.";

function setUp(options: HttpHandlerOptions = {}) {
  const stage = new Stage();
  const errors: string[] = [];
  const handler = createEngineHandler(stage.engine, { onError: ({ message }) => errors.push(message), ...options });
  const send = (init: RequestInit, url = URL_) => handler.fetch(new Request(url, init));
  return { stage, errors, handler, send };
}

function omit(headers: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
}

const ECHO = modern(7, "tools/call", { name: "echo", arguments: { text: "hi" } });

describe("refuses before anyone reads the message", () => {
  test.each<[string, RequestInit, string, number, number]>([
    ["another host", { ...ECHO, headers: { ...ECHO.headers, host: "evil.example.com" } }, URL_, 403, -32600],
    [
      "a foreign page",
      { ...ECHO, headers: { ...ECHO.headers, origin: "https://evil.example.com" } },
      URL_,
      403,
      -32600,
    ],
    ["a page with an opaque origin", { ...ECHO, headers: { ...ECHO.headers, origin: "null" } }, URL_, 403, -32600],
    ["another path", ECHO, "http://localhost/mcp/x", 404, -32600],
    ["an encoded path", ECHO, "http://localhost/%6dcp", 404, -32600],
    ["PUT", { method: "PUT" }, URL_, 405, -32600],
    ["OPTIONS", { method: "OPTIONS" }, URL_, 405, -32600],
    [
      "another content type",
      { ...ECHO, headers: { ...ECHO.headers, "content-type": "text/plain" } },
      URL_,
      415,
      -32600,
    ],
    [
      "a content type that only contains the right one",
      toPost("{}", { "content-type": "x/y; a=application/json" }),
      URL_,
      415,
      -32600,
    ],
    [
      "a declared length that is too large",
      { ...ECHO, headers: { ...ECHO.headers, "content-length": "5000000" } },
      URL_,
      413,
      -32600,
    ],
    ["a body that is too large", toPost(" ".repeat(4 * 1024 * 1024 + 1)), URL_, 413, -32600],
    ["invalid JSON", toPost("{"), URL_, 400, -32700],
    ["an empty body", toPost(""), URL_, 400, -32700],
    ["JSON that is not a message", toPost("3"), URL_, 400, -32600],
    ["an id that is null", toPost({ jsonrpc: "2.0", id: null, method: "ping" }), URL_, 400, -32600],
    [
      "a session operation without a session",
      { method: "GET", headers: { accept: "text/event-stream" } },
      URL_,
      400,
      -32600,
    ],
  ])("%s", async (_, init, url, status, code) => {
    const response = await setUp().send(init, url);
    expect(response.status).toBe(status);
    const body = await answerOf(response);
    expect(body).toEqual({ jsonrpc: "2.0", error: { code, message: expect.any(String) } });
  });

  test("other methods, and names those that it supports", async () => {
    expect((await setUp().send({ method: "PUT" })).headers.get("allow")).toBe("GET, POST, DELETE");
  });

  test("bytes that are not UTF-8", async () => {
    const init = { ...toPost(""), body: Uint8Array.of(0x22, 0xff, 0x22) };
    expect((await setUp().send(init)).status).toBe(400);
  });

  test("hosts and origins, and reports each once, with the option that allows it", async () => {
    const { send, errors } = setUp();
    const foreign = (headers: Record<string, string>) => send({ ...ECHO, headers: { ...ECHO.headers, ...headers } });
    for (let i = 0; i < 2; i++) {
      await foreign({ host: "mcp.example.com" });
      await foreign({ origin: "https://app.example.com" });
    }
    expect(errors).toEqual([
      expect.stringMatching(/"mcp.example.com".*allowedHosts/),
      expect.stringMatching(/"https:\/\/app.example.com".*allowedOrigins/),
    ]);
  });
});

describe("requests from the pages of an allowed host", () => {
  const from = (origin: string, options: HttpHandlerOptions) =>
    setUp(options).send({ ...ECHO, headers: { ...ECHO.headers, host: "mcp.example.com", origin } });

  test.each<[string, HttpHandlerOptions, number]>([
    ["https://mcp.example.com", { allowedHosts: ["mcp.example.com"] }, 200],
    ["http://mcp.example.com:8080", { allowedHosts: ["MCP.example.com"] }, 200],
    ["https://evil.example.com", { allowedHosts: ["mcp.example.com"] }, 403],
    ["capacitor://mcp.example.com", { allowedHosts: ["mcp.example.com"] }, 403],
    ["https://other.example.com:8443", { allowedHosts: ["mcp.example.com", "other.example.com:8443"] }, 200],
    ["https://other.example.com", { allowedHosts: ["mcp.example.com", "other.example.com:8443"] }, 403],
    ["https://mcp.example.com", { allowedHosts: ["mcp.example.com"], allowedOrigins: [] }, 200],
    ["http://localhost:5173", { allowedHosts: ["mcp.example.com"], allowedOrigins: ["https://a.example"] }, 200],
    ["https://mcp.example.com", { allowedHosts: ["*.example.com"] }, 200],
    ["https://example.com", { allowedHosts: ["*.example.com"] }, 403],
  ])("%s with %j: %i", async (origin, options, status) => {
    expect((await from(origin, options)).status).toBe(status);
  });
});

describe("reports of a client that breaks the protocol", () => {
  test("have one line for each mistake, however long its text", async () => {
    const { send, errors } = setUp();
    const name = "n".repeat(1_000_000);
    const call = modern(7, "tools/call", { name });
    for (let i = 0; i < 2; i++) await send({ ...call, headers: { ...call.headers, "mcp-name": "echo" } });
    expect(errors).toEqual([expect.stringMatching(/^.{280,301}$/)]);
  });

  test("shorten a refused host, and still say how to allow it", async () => {
    const { send, errors } = setUp();
    await send({ ...ECHO, headers: { ...ECHO.headers, host: "h".repeat(10_000) } });
    expect(errors).toEqual([expect.stringMatching(/^.{150,250}to allowedHosts\.$/)]);
  });
});

test.each(["/a b", "/é", "/a/../b", "//a", "/%zz"])("serves a path that has another form in URLs: %s", async (path) => {
  const { send } = setUp({ path });
  expect((await send(ECHO, `http://localhost:3000${path}`)).status).toBe(200);
});

test("answers /healthz for every host", async () => {
  const { send } = setUp();
  const response = await send({ headers: { host: "10.0.0.7:3000" } }, "http://10.0.0.7:3000/healthz");
  expect([response.status, await response.json()]).toEqual([200, { status: "ok" }]);
  expect((await send({ method: "POST" }, "http://localhost/healthz")).status).toBe(405);
});

test("fetch works detached from the handler, and with the further arguments that a Worker passes", async () => {
  const { fetch } = setUp().handler as { fetch: (request: Request, ...rest: unknown[]) => Promise<Response> };
  expect((await answerOf(await fetch(new Request(URL_, ECHO), {}, {}))).result?.content).toEqual([
    { type: "text", text: "hi" },
  ]);
});

describe("a modern request", () => {
  test("is answered in JSON", async () => {
    const response = await setUp().send(ECHO);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await answerOf(response)).toMatchObject({
      id: 7,
      result: { resultType: "complete", content: [{ text: "hi" }] },
    });
  });

  test.each<[string, RequestInit, number, number]>([
    ["an unknown method", modern(7, "no/such"), 404, -32601],
    ["headers that differ from the body", { ...ECHO, headers: { ...ECHO.headers, "mcp-method": "ping" } }, 400, -32020],
    [
      "an unknown revision",
      {
        ...ECHO,
        headers: { ...ECHO.headers, "mcp-protocol-version": "v9" },
        body: ECHO.body.replace("2026-07-28", "v9"),
      },
      400,
      -32022,
    ],
    [
      "a version header, but no other header and no `_meta`",
      toPost({ jsonrpc: "2.0", id: 7, method: "tools/list" }, { "mcp-protocol-version": "2026-07-28" }),
      400,
      -32602,
    ],
    ["no version header", { ...ECHO, headers: omit(ECHO.headers, "mcp-protocol-version") }, 400, -32020],
    ["no method header", { ...ECHO, headers: omit(ECHO.headers, "mcp-method") }, 400, -32020],
    ["another name in the header", { ...ECHO, headers: { ...ECHO.headers, "mcp-name": "wait" } }, 400, -32020],
  ])("with %s is refused under its id", async (_, init, status, code) => {
    const response = await setUp().send(init);
    expect(response.status).toBe(status);
    expect(await answerOf(response)).toMatchObject({ id: 7, error: { code } });
  });

  test("that is a refused notification is answered without an id", async () => {
    const headers = { "mcp-protocol-version": "v9", "mcp-method": "notifications/cancelled" };
    const _meta = { [VERSION]: "v9" };
    const notification = { jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 1, _meta } };
    const response = await setUp().send(toPost(notification, headers));
    expect(response.status).toBe(400);
    expect(await answerOf(response)).not.toHaveProperty("id");
  });

  test("streams once there is progress, with headers that stop proxies from buffering", async () => {
    const { stage, send } = setUp();
    const response = await send(modern(7, "tools/call", { name: "progress" }));
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(response.headers.get("x-accel-buffering")).toBe("no");
    expect(response.headers.get("cache-control")).toContain("no-cache");
    const stream = readEvents(response);
    expect((await stream.next()).value).toMatchObject({ message: { method: "notifications/progress" } });
    stage.emit("release");
    expect((await stream.next()).value).toMatchObject({ message: { id: 7, result: {} } });
    expect((await stream.next()).done).toBe(true);
  });

  test("keeps a silent stream alive", async () => {
    const { send } = setUp({ keepAliveMs: 5 });
    const response = await send(modern(7, "tools/call", { name: "progress" }));
    const seen = [];
    for await (const event of readEvents(response)) if (seen.push(event.message?.method) === 3) break;
    expect(seen).toEqual(["notifications/progress", undefined, undefined]);
  });

  test("is aborted when the client disconnects", async () => {
    const { stage, send } = setUp();
    const gone = new AbortController();
    const aborted = once(stage, "aborted");
    const started = once(stage, "started");
    void send({ ...modern(7, "tools/call", { name: "wait" }), signal: gone.signal });
    await started;
    gone.abort();
    await aborted;
  });

  test("is aborted when the client cancels its stream", async () => {
    const { stage, send } = setUp();
    const aborted = once(stage, "aborted");
    const started = once(stage, "started");
    const response = await send(modern(7, "tools/call", { name: "progress" }));
    await started;
    await response.body?.cancel();
    await aborted;
  });

  test("that fails internally does not reveal the error", async () => {
    const errors: string[] = [];
    const broken = () => {
      throw new Error("secret");
    };
    const engine: Engine = Object.defineProperty({ ...new Stage().engine }, "methods", { get: broken });
    const { fetch } = createEngineHandler(engine, { onError: ({ message }) => errors.push(message) });
    for (const init of [ECHO, legacy(INITIALIZE)]) {
      const response = await fetch(new Request(URL_, init));
      expect(response.status).toBe(500);
      expect(await response.text()).not.toContain("secret");
    }
    expect(errors).toEqual(["secret", "secret"]);
  });
});

test("a body that something else has read is a server error, and the report says what to do", async () => {
  const errors: string[] = [];
  const { send: _send, handler } = setUp({ onError: ({ message }) => void errors.push(message) });
  const request = new Request(URL_, ECHO);
  await request.text();
  expect((await handler.fetch(request)).status).toBe(500);
  expect(errors).toEqual([
    expect.stringMatching(/was read before the request reached the MCP handler\. Pass the handler a clone\./),
  ]);
});

test('refuses older clients with legacy: "reject", and says once why', async () => {
  const { send, errors } = setUp({ legacy: "reject" });
  for (let i = 0; i < 2; i++) {
    const response = await send(legacy(INITIALIZE));
    expect(response.status).toBe(400);
    expect(await answerOf(response)).toMatchObject({ id: 0, error: { data: { supported: ["2026-07-28"] } } });
  }
  expect(await answerOf(await send(ECHO))).toHaveProperty("result");
  expect(errors).toEqual([`Refused a client older than 2026-07-28, because the option legacy is "reject".`]);
});

describe("work that outlives its response", () => {
  const PING = legacy({ id: 1, method: "ping" });
  const failing = {
    waitUntil: () => {
      throw new Error("no more work");
    },
  };

  test("is passed to the runtime", async () => {
    const work: Promise<unknown>[] = [];
    const { handler } = setUp({ legacy: "stateless" });
    const ctx = { waitUntil: (promise: Promise<unknown>) => void work.push(promise) };
    expect(await answerOf(await handler.fetch(new Request(URL_, PING), {}, ctx))).toMatchObject({ id: 1, result: {} });
    expect(work).toHaveLength(1);
    await Promise.all(work);
  });

  test.each<[string, unknown, string[]]>([
    ["throws", failing, ["no more work"]],
    ["is absent", {}, []],
  ])("does not replace the answer when waitUntil %s", async (_, ctx, reported) => {
    const { handler, errors } = setUp({ legacy: "stateless" });
    const response = await handler.fetch(new Request(URL_, PING), {}, ctx as FetchContext);
    expect([response.status, await answerOf(response)]).toEqual([200, { jsonrpc: "2.0", id: 1, result: {} }]);
    expect(errors).toEqual(reported);
  });
});

describe("close", () => {
  test.each<[string, RequestInit, HttpHandlerOptions]>([
    ["a new session", legacy(INITIALIZE), {}],
    ["a call", ECHO, {}],
    ["a request on its own", legacy({ id: 7, method: "ping" }), { legacy: "stateless" }],
  ])("refuses %s whose caller was established only afterwards", async (_, init, options) => {
    const asked = new EventEmitter();
    const { handler, send } = setUp({
      ...options,
      caller: async () => {
        const known = once(asked, "known");
        asked.emit("asked");
        await known;
        return { subject: "ann" };
      },
    });
    const wasAsked = once(asked, "asked");
    const answer = send(init);
    await wasAsked;
    const closed = handler.close();
    asked.emit("known");
    const response = await answer;
    expect(response.status).toBe(503);
    expect(response.headers.get("mcp-session-id")).toBeNull();
    await closed;
  });

  test("refuses a call whose body arrived only afterwards", async () => {
    const { handler } = setUp();
    const reading = new EventEmitter();
    const pull = (controller: ReadableStreamDefaultController) => void reading.emit("pull", controller);
    const body = new ReadableStream({ pull }, { highWaterMark: 0 });
    const pulled = once(reading, "pull");
    const answer = handler.fetch(new Request(URL_, { ...ECHO, body, duplex: "half" } as RequestInit));
    const [controller] = await pulled;
    const closed = handler.close();
    controller.enqueue(new TextEncoder().encode(ECHO.body));
    controller.close();
    expect((await answer).status).toBe(503);
    await closed;
  });

  test("ends subscriptions gracefully and immediately", async () => {
    const { handler, send } = setUp({ shutdownGraceMs: 60_000 });
    const stream = readEvents(
      await send(modern(7, "subscriptions/listen", { notifications: { toolsListChanged: true } })),
    );
    expect((await stream.next()).value).toMatchObject({
      message: { method: "notifications/subscriptions/acknowledged" },
    });
    const closed = handler.close();
    expect((await stream.next()).value).toMatchObject({ message: { id: 7, result: {} } });
    expect((await stream.next()).done).toBe(true);
    await closed;
  });

  test("ends the standing stream of a session, and lets its call finish", async () => {
    const { stage, handler, send } = setUp({ shutdownGraceMs: 60_000 });
    const session = await openSession(send);
    const standing = await send({ headers: { accept: "text/event-stream", "mcp-session-id": session } });
    const started = once(stage, "started");
    const call = await send(legacy({ id: 1, method: "tools/call", params: { name: "wait" } }, session));
    await started;
    const closed = handler.close();
    expect(await standing.text()).not.toContain("event: message");
    stage.emit("release");
    expect(await answerOf(call)).toMatchObject({ id: 1, result: { content: [{ text: "released" }] } });
    await closed;
  });

  test("lets calls finish, and refuses new ones", async () => {
    const { stage, handler, send } = setUp({ shutdownGraceMs: 60_000 });
    const started = once(stage, "started");
    const call = send(modern(7, "tools/call", { name: "wait" }));
    await started;
    const closed = handler.close();
    expect((await send(ECHO)).status).toBe(503);
    stage.emit("release");
    expect(await answerOf(await call)).toMatchObject({ result: { content: [{ text: "released" }] } });
    await closed;
    expect(handler.close()).toBe(closed);
  });

  test("aborts calls after their part of the grace period", async () => {
    const { stage, handler, send } = setUp({ shutdownGraceMs: 0 });
    const [started, aborted] = [once(stage, "started"), once(stage, "aborted")];
    const call = send(modern(7, "tools/call", { name: "wait" }));
    await started;
    await handler.close();
    await aborted;
    expect(await answerOf(await call)).toMatchObject({
      id: 7,
      result: { isError: true, content: [{ text: SHUTTING_DOWN }] },
    });
  });

  test("answers calls that never settle, even after progress on their stream", async () => {
    const { stage, handler, send } = setUp({ shutdownGraceMs: 0 });
    const started = once(stage, "started");
    const quiet = send(modern(7, "tools/call", { name: "deaf" }));
    await started;
    const session = await openSession(send);
    const open = await send(legacy({ id: 8, method: "tools/call", params: { name: "deaf" } }, session));
    await handler.close();
    const result = { isError: true, content: [{ text: SHUTTING_DOWN }] };
    expect(await answerOf(await quiet)).toMatchObject({ id: 7, result });
    expect(await answerOf(open)).toMatchObject({ id: 8, result });
  });

  test("answers with an error when the engine does not answer", async () => {
    const { stage, handler, send } = setUp({ shutdownGraceMs: 0 });
    const started = once(stage, "started");
    const quiet = send(modern(7, "resources/list"));
    await started;
    const session = await openSession(send);
    const open = await send(legacy({ id: 8, method: "resources/list" }, session));
    await handler.close();
    expect((await quiet).status).toBe(503);
    const error = { code: -32603, message: SHUTTING_DOWN };
    expect(await answerOf(await quiet)).toMatchObject({ id: 7, error });
    expect(await answerOf(open)).toMatchObject({ id: 8, error });
  });
});

describe("without room", () => {
  const LARGE = modern(7, "tools/call", { name: "echo", arguments: { text: "x".repeat(100_000) } });
  const WAIT = modern(8, "tools/call", { name: "wait" });
  const refusal = (id: number, limit: string) => ({
    id,
    error: { code: -32603, message: expect.stringContaining(`(option limits.${limit})`) },
  });

  test("a request that takes too much is refused, and the log names the option once", async () => {
    const { send, errors } = setUp({ limits: { maxBodiesSize: 50_000 } });
    for (let i = 0; i < 2; i++) {
      const response = await send(LARGE);
      expect([response.status, response.headers.get("retry-after")]).toEqual([429, "30"]);
      expect(await answerOf(response)).toMatchObject(refusal(7, "maxBodiesSize"));
    }
    expect(errors).toEqual([expect.stringMatching(/Refused a client.*limits\.maxBodiesSize sets this limit/)]);
  });

  test("calls that wait take it, until they are answered", async () => {
    const { send, stage } = setUp({ limits: { maxBodiesSize: 6_000 } });
    const started = once(stage, "started");
    const waiting = send(WAIT);
    await started;
    const refused = await send(WAIT);
    expect(refused.status).toBe(429);
    expect(await answerOf(refused)).toMatchObject(refusal(8, "maxBodiesSize"));
    stage.emit("release");
    expect(await answerOf(await waiting)).toMatchObject({ id: 8, result: {} });
    expect((await send(ECHO)).status).toBe(200);
  });

  test("a client that disconnects from a call gives it back", async () => {
    const { stage, handler } = setUp({ limits: { maxBodiesSize: 6_000 } });
    const leaving = new AbortController();
    const started = once(stage, "started");
    void handler.fetch(new Request(URL_, { ...WAIT, signal: leaving.signal }));
    await started;
    const aborted = once(stage, "aborted");
    leaving.abort();
    await aborted;
    await expect.poll(async () => (await handler.fetch(new Request(URL_, ECHO))).status).toBe(200);
  });

  test("subscriptions, sessions and streams are refused", async () => {
    const { send } = setUp({ limits: { maxSessions: 1 } });
    const session = await openSession(send);
    const stream = await send({ headers: { accept: "text/event-stream", "mcp-session-id": session } });
    const refused = await send(legacy(INITIALIZE));
    expect([refused.status, await answerOf(refused)]).toMatchObject([429, refusal(0, "maxSessions")]);
    await stream.body?.cancel();
    expect((await send(legacy(INITIALIZE))).status).toBe(200);
  });

  test("a session whose calls are refused counts as used", async () => {
    const { send, stage } = setUp({ limits: { maxSessions: 2, maxBodiesSize: 11_000 } });
    const [first, second] = [await openSession(send), await openSession(send)];
    const ping = (session: string) => send(legacy({ id: 1, method: "ping" }, session));
    for (const session of [first, second]) await (await ping(session)).text();
    const started = once(stage, "started");
    const waiting = [send(WAIT), send(WAIT)];
    await started;
    expect((await ping(first)).status).toBe(429);
    stage.emit("release");
    for (const answer of waiting) await (await answer).text();
    await openSession(send);
    expect([(await ping(first)).status, (await ping(second)).status]).toEqual([200, 404]);
  });

  test("answers of a batch are replaced by errors", async () => {
    const { send } = setUp({ limits: { maxBatchSize: 1_000 } });
    const initialize = {
      ...INITIALIZE,
      params: { protocolVersion: "2025-03-26", capabilities: {}, clientInfo: { name: "b", version: "1" } },
    };
    const opened = await send(legacy(initialize));
    await opened.text();
    const headers = { accept: "application/json", "mcp-session-id": opened.headers.get("mcp-session-id") ?? "" };
    const call = (id: number, length: number) => ({
      ...{ jsonrpc: "2.0", id, method: "tools/call" },
      params: { name: "echo", arguments: { text: "x".repeat(length) } },
    });
    const answers = await (await send(toPost([call(1, 100), call(2, 2_000), call(3, 100)], headers))).json();
    expect(answers).toMatchObject([{ id: 1, result: {} }, refusal(2, "maxBatchSize"), { id: 3, result: {} }]);
  });
});

test.each<[HttpHandlerOptions, RegExp]>([
  [{ path: "mcp" }, /path must begin with a slash/],
  [{ path: "/mcp?x=1" }, /path must not contain "\?" or "#", but is "\/mcp\?x=1"/],
  [{ path: "/#x" }, /path must not contain/],
  [{ path: "/x/../healthz" }, /path must not be \/healthz/],
  [{ limits: { maxBodySize: 0 } }, /limits\.maxBodySize must be at least 1, not 0/],
  [{ limits: { maxTasks: Number.NaN } }, /limits\.maxTasks must be at least 1, not NaN/],
  [{ trustProxy: ["nginx"] }, /trustProxy must be addresses/],
  [{ sessionTtlMs: Number.NaN }, /sessionTtlMs/],
  [{ keepAliveMs: -1 }, /keepAliveMs must be at least 0/],
])("%j is an error that says what is wrong", (options, message) => {
  expect(() => createEngineHandler(new Stage().engine, options)).toThrow(message);
});

async function openSession(send: (init: RequestInit) => Promise<Response>): Promise<string> {
  const initialized = await send(legacy(INITIALIZE));
  await initialized.text();
  return initialized.headers.get("mcp-session-id") ?? "";
}
