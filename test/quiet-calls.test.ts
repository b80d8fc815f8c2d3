import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLegacySession } from "./support/legacy-session.js";
import { modernPost } from "./support/post.js";
import { allMessages } from "./support/read-events.js";
import { REGISTER } from "./support/register.js";
import { type HttpProcess, startHttp } from "./support/serve.js";
import type { Message } from "./support/wire-schemas.js";

/** Shows a sign of life every 100 ms. */
let server: HttpProcess;
beforeAll(async () => {
  server = await startHttp([...REGISTER, "test/fixtures/quick-beat.ts"]);
});
const folder = mkdtempSync(join(tmpdir(), "plainmcp-quiet-"));
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const BOTH = "application/json, text/event-stream";

function call(name: string, args: object, accept = BOTH, meta: object = {}, signal?: AbortSignal): Promise<Response> {
  const post = modernPost(5, "tools/call", { name, arguments: args }, meta);
  return fetch(server.url, { ...post, headers: { ...post.headers, accept }, ...(signal && { signal }) });
}

const dataOf = (text: string) => [...text.matchAll(/^data: (.+)$/gm)].map(([, data]) => JSON.parse(data as string));
const isDone = { id: 5, result: { resultType: "complete", content: [{ text: "done" }] } };

describe("a modern call that is quiet for too long", () => {
  it("is answered by an event stream, which shows signs of life until the answer", async () => {
    const response = await call("slow", { ms: 450, tag: "done" });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(response.headers.get("x-accel-buffering")).toBe("no");
    const text = await response.text();
    expect(text.match(/^:/gm)?.length).toBeGreaterThan(1);
    expect(dataOf(text)).toMatchObject([isDone]);
  });

  it.each(["application/json", "*/*"])("is answered by JSON behind white space for %s", async (accept) => {
    const response = await call("slow", { ms: 450, tag: "done" }, accept);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    const text = await response.text();
    expect(text).toMatch(/^ {2,}\{/);
    expect(JSON.parse(text)).toMatchObject(isDone);
  });

  it("reports its progress on that stream, or nowhere when the client takes none", async () => {
    const meta = { progressToken: "p" };
    const stream = dataOf(await (await call("steps", { ms: 300, tag: "done" }, BOTH, meta)).text());
    expect(stream).toMatchObject([{ method: "notifications/progress" }, isDone]);
    const json = await call("steps", { ms: 300, tag: "done" }, "application/json", meta);
    expect(await json.json()).toMatchObject(isDone);
  });

  it("is kept alive, too, when its stream began with progress", async () => {
    const text = await (await call("steps", { ms: 450, tag: "done" }, BOTH, { progressToken: "p" })).text();
    expect(text.match(/^:/gm)?.length).toBeGreaterThan(1);
    expect(text.indexOf("notifications/progress")).toBeLessThan(text.indexOf(": keep-alive"));
  });

  it.each([BOTH, "application/json"])("has its late errors in the body (%s)", async (accept) => {
    for (const [name, expected] of [
      ["refuse", { id: 5, result: { isError: true, content: [{ text: "Not today." }] } }],
      ["askLate", { id: 5, error: { code: -32021, data: { requiredCapabilities: { elicitation: {} } } } }],
    ] as const) {
      const response = await call(name, { ms: 300 }, accept);
      expect(response.status).toBe(200);
      const text = await response.text();
      expect(accept === BOTH ? dataOf(text) : [JSON.parse(text)]).toMatchObject([expected]);
    }
  });

  it.each([BOTH, "application/json"])("is aborted when its client leaves (%s)", async (accept) => {
    const log = join(folder, `tidy-${accept.length}.log`);
    const leaving = new AbortController();
    const response = await call("tidy", { log }, accept, {}, leaving.signal);
    leaving.abort();
    await response.text().catch(() => undefined);
    await expect.poll(() => readFileSync(log, "utf8")).toBe("began\ntold to stop\nin order\n");
  });
});

describe("a call that is quick", () => {
  it("is answered by JSON, whatever else the client takes", async () => {
    for (const accept of [BOTH, "application/json", "*/*", ""]) {
      const response = await call("echo", { text: "done" }, accept);
      expect(response.headers.get("content-type")).toBe("application/json");
      expect(await response.json()).toMatchObject(isDone);
    }
  });

  it("has the status of its error", async () => {
    const response = await call("askLate", { ms: 0 });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: -32021 } });
  });
});

it("the official client gets its answer however long it takes", async () => {
  for (const mode of ["auto", "legacy"] as const) {
    const client = new Client({ name: "patient", version: "1" }, { versionNegotiation: { mode } });
    await client.connect(new StreamableHTTPClientTransport(new URL(server.url)));
    const result = await client.callTool({ name: "slow", arguments: { ms: 450, tag: "done" } });
    expect(result.content).toEqual([{ type: "text", text: "done" }]);
    await client.close();
  }
});

describe("a legacy call that is quiet for too long", () => {
  it("shows signs of life on its stream, and so does a standing one", async () => {
    const { call, get } = await openLegacySession(server.url);
    const standing = (await get()).body?.getReader();
    const text = await (await call(5, "slow", { ms: 450, tag: "done" })).text();
    expect(text.match(/^:/gm)?.length).toBeGreaterThan(1);
    let alive = "";
    while (!alive.includes(": ")) alive += new TextDecoder().decode((await standing?.read())?.value);
    await standing?.cancel();
  });

  it("is answered by JSON behind white space for clients that take nothing else", async () => {
    const { post } = await openLegacySession(server.url);
    const params = { name: "slow", arguments: { ms: 450, tag: "done" } };
    const response = await post({ id: 5, method: "tools/call", params }, { accept: "application/json" });
    const text = await response.text();
    expect(text).toMatch(/^ {2,}\{/);
    expect(JSON.parse(text)).toMatchObject({ id: 5, result: { content: [{ text: "done" }] } });
  });

  it("asks on the standing stream when it is answered by JSON, and says so when there is none", async () => {
    const { post, get, eventsOf } = await openLegacySession(server.url);
    const ask = () =>
      post({ id: 5, method: "tools/call", params: { name: "ask", arguments: { tag: "J" } } }, { accept: "*/*" });
    expect(await (await ask()).json()).toMatchObject({ result: { isError: true } });
    const standing = eventsOf(await get());
    const answer = ask();
    let question: { readonly id?: unknown } | undefined;
    while (question === undefined) question = (await standing.next()).value?.message;
    await post({ id: question.id, result: { action: "accept", content: { name: "Ada" } } });
    expect(await (await answer).json()).toMatchObject({ id: 5, result: { content: [{ text: "J: Ada" }] } });
  });

  it("has all answers of a batch in one array", async () => {
    const { post } = await openLegacySession(server.url, "2025-03-26");
    const request = (id: number, ms: number) => ({
      ...{ jsonrpc: "2.0", id, method: "tools/call" },
      params: { name: "slow", arguments: { ms, tag: `${id}` } },
    });
    const response = await post([request(1, 300), request(2, 10)], { accept: "application/json" });
    const answers = (await response.json()) as readonly Message[];
    expect(answers.map(({ id }) => id)).toEqual([2, 1]);
  });
});

describe("what old and careless clients send", () => {
  const initialize = {
    ...{ jsonrpc: "2.0", id: 0, method: "initialize" },
    params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "t", version: "1" } },
  };
  const send = (body: unknown, headers: Record<string, string> = {}, path = "/mcp") =>
    fetch(new URL(path, server.url), {
      method: "POST",
      headers: { "content-type": "application/json", accept: BOTH, ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });

  it.each<[string, Record<string, string>, string?]>([
    ["any type", { accept: "*/*" }],
    ["JSON alone", { accept: "application/json" }],
    ["events alone", { accept: "text/event-stream" }],
    ["types in other letters", { accept: "Application/JSON, Text/Event-Stream" }],
    ["types with qualities", { accept: "text/event-stream;q=0.5, application/json;q=0.9" }],
    ["a content type in other letters", { "content-type": "Application/JSON; Charset=UTF-8" }],
    ["a stale session", { "mcp-session-id": "11111111-1111-1111-1111-111111111111" }],
    ["a slash at the end", {}, "/mcp/"],
  ])("initialize with %s opens a session", async (_, headers, path) => {
    const response = await send(initialize, headers, path);
    expect(response.status).toBe(200);
    expect(response.headers.get("mcp-session-id")).toMatch(/^[\w-]{36}$/);
    expect(await response.text()).toContain('"protocolVersion":"2025-11-25"');
  });

  it("initialize without any Accept opens a session", async () => {
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(server.url, { method: "POST", headers: { "content-type": "application/json" } });
      request.on("response", (response) => resolve(response.resume().statusCode)).on("error", reject);
      request.end(JSON.stringify(initialize));
    });
    expect(status).toBe(200);
  });

  it("a client whose session is gone begins anew", async () => {
    const { send: sendIn, id, post } = await openLegacySession(server.url);
    await sendIn({ method: "DELETE" });
    expect((await post({ id: 1, method: "ping" })).status).toBe(404);
    const again = await post({ id: 0, method: "initialize", params: initialize.params });
    expect(again.headers.get("mcp-session-id")).not.toBe(id);
    expect(await again.text()).toContain('"protocolVersion"');
  });

  it.each<[string, object]>([
    ["params: null", { id: 3, method: "ping", params: null }],
    ["an unknown member", { id: 3, method: "ping", trace: 1 }],
    ["arguments: null", { id: 3, method: "tools/call", params: { name: "id", arguments: null } }],
  ])("%s is served", async (_, message) => {
    const { post, eventsOf } = await openLegacySession(server.url);
    expect(await allMessages(eventsOf(await post(message)))).toMatchObject([{ id: 3, result: {} }]);
  });

  it.each<[string, unknown, Record<string, string>, number, RegExp]>([
    ["a gzip body", initialize, { "content-encoding": "gzip" }, 415, /Content-Encoding/],
    ["another type", initialize, { "content-type": "text/plain" }, 415, /application\/json/],
    ["no answer of ours", initialize, { accept: "text/html" }, 406, /Accept header/],
    ["no JSON", "{", {}, 400, /not valid JSON/],
    ["no message", [], {}, 400, /batch/],
    ["a text", '"x"', {}, 400, /must be an object/],
    ["no version", { id: 1, method: "ping" }, {}, 400, /"jsonrpc": "2\.0"/],
    ["params that are a list", { jsonrpc: "2.0", id: 1, method: "ping", params: [] }, {}, 400, /params must be/],
    ["an id that is a list", { jsonrpc: "2.0", id: [], method: "ping" }, {}, 400, /id must be/],
    ["a method that is a number", { jsonrpc: "2.0", id: 1, method: 7 }, {}, 400, /method must be/],
    ["neither method nor result", { jsonrpc: "2.0", id: 1 }, {}, 400, /must have a result/],
    [
      "an incomplete initialize",
      { ...initialize, params: { protocolVersion: "2025-11-25", capabilities: {} } },
      {},
      400,
      /expected the property "clientInfo"/,
    ],
    [
      "an unknown session",
      { jsonrpc: "2.0", id: 1, method: "ping" },
      { "mcp-session-id": "x" },
      404,
      /Session not found/,
    ],
    ["no session", { jsonrpc: "2.0", id: 1, method: "ping" }, {}, 400, /Mcp-Session-Id/],
  ])("%s is refused in words", async (_, body, headers, status, message) => {
    const response = await send(body, headers);
    expect(response.status).toBe(status);
    const { error } = (await response.json()) as Message;
    expect(error?.message).toMatch(message);
    expect(error?.message).not.toMatch(/invalid_type|ZodError|expected .* received|\[\s*\{/i);
  });

  it("an unknown protocol version is refused in words", async () => {
    const { post } = await openLegacySession(server.url);
    const response = await post({ id: 1, method: "ping" }, { "mcp-protocol-version": "1999-01-01" });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      id: 1,
      error: { message: expect.stringMatching(/speaks 2025-11-25/) },
    });
  });
});
