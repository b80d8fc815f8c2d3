import { once } from "node:events";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LineConnection } from "./support/line-connection.js";
import { CAPABILITIES, modernParams, VERSION } from "./support/modern-message.js";
import { toPost } from "./support/post.js";
import { MODERN } from "./support/revisions.js";
import { type HttpProcess, PLAINMCP, ROOT, startHttp } from "./support/serve.js";

const SERVE = [PLAINMCP, "serve", "test/fixtures/telling.ts"];

/** Clears a terminal, writes a line that looks like ours, and hides what follows in several ways. */
const FORGED = "\u001b[2J\r\n[plainmcp] FORGED: all is well\n    at forged (/x.js:1:1)\u2028\u0085\u009b2K\u202e\u0000";

/** The same without the character that no variable of a URI may have, so that it reaches the methods of resources. */
const IN_URI = FORGED.replace("\u0000", "");

/** What a log may contain of control characters: the ends of its lines. */
const CONTROL = /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Messages that say it in every place where a client can say something. */
const MESSAGES: readonly { readonly method: string; readonly params?: object; readonly meta?: object }[] = [
  { method: "tools/call", params: { name: "fail", arguments: { text: FORGED } } },
  { method: "tools/call", params: { name: "throwText", arguments: { text: FORGED } } },
  { method: "tools/call", params: { name: "failLater", arguments: { text: FORGED } } },
  { method: "tools/call", params: { name: "late", arguments: { text: FORGED } } },
  { method: "tools/call", params: { name: "fail", arguments: { [FORGED]: FORGED } } },
  { method: "tools/call", params: { name: FORGED } },
  { method: "prompts/get", params: { name: "letter", arguments: { text: FORGED } } },
  { method: "prompts/get", params: { name: FORGED } },
  { method: "resources/read", params: { uri: `telling://${IN_URI}` } },
  { method: "resources/read", params: { uri: FORGED } },
  {
    method: "completion/complete",
    params: { ref: { type: "ref/resource", uri: "telling://{+id}" }, argument: { name: "id", value: IN_URI } },
  },
  {
    method: "completion/complete",
    params: { ref: { type: "ref/resource", uri: FORGED }, argument: { name: FORGED, value: FORGED } },
  },
  { method: "tasks/get", params: { taskId: FORGED } },
  { method: "tools/list", params: { cursor: FORGED } },
  { method: "tools/list", meta: { progressToken: FORGED } },
  { method: "tools/list", meta: { [CAPABILITIES]: { [FORGED]: {} } } },
  { method: "tools/list", meta: { [VERSION]: FORGED } },
  { method: "tools/list", meta: { "io.modelcontextprotocol/clientInfo": { name: FORGED, version: FORGED } } },
  { method: "tools/list", meta: { "io.modelcontextprotocol/logLevel": FORGED } },
  { method: "logging/setLevel", params: { level: FORGED } },
  { method: FORGED },
];

const LEGACY: typeof MESSAGES = [
  {
    method: "initialize",
    params: { protocolVersion: FORGED, capabilities: { [FORGED]: {} }, clientInfo: { name: FORGED, version: FORGED } },
  },
  { method: "notifications/initialized", params: { [FORGED]: FORGED } },
  { method: "logging/setLevel", params: { level: FORGED } },
  { method: "resources/subscribe", params: { uri: `telling://${IN_URI}` } },
  { method: "notifications/progress", params: { progressToken: FORGED, progress: 1, message: FORGED } },
  { method: "notifications/cancelled", params: { requestId: FORGED, reason: FORGED } },
  { method: `notifications/${FORGED}` },
];

/** A response that nobody waits for. */
const ANSWER = { jsonrpc: "2.0", id: FORGED, result: { [FORGED]: FORGED } };

/** What is no message. */
const NONSENSE = [
  `{"a": ${FORGED}`,
  JSON.stringify(FORGED),
  JSON.stringify({ jsonrpc: FORGED, id: FORGED, method: 1 }),
];

/** Checks that nothing in a log passes for something else. */
function expectHarmless(stderr: string): void {
  expect(stderr.match(CONTROL)).toBeNull();
  expect(stderr.split("\n").filter((line) => /^\s*(?:\[plainmcp\] FORGED|at forged)/.test(line))).toEqual([]);
}

/** What is in the log. */
const REPORTED = [
  'tool "fail" failed (reference',
  'tool "throwText" failed (reference',
  'background work of tool "failLater" failed (reference',
  'Warning: The tool "late" sent a log message after its call was answered',
  'prompt "letter" failed (reference',
  String.raw`resource "telling://\u001b[2J\r\n[plainmcp] FORGED: all is well\n    at forged`,
  'completion of "id" of resource "telling://{+id}" failed (reference',
  String.raw`watch of "telling://\u001b[2J\r\n[plainmcp] FORGED`,
];

describe("the log of a server over HTTP", () => {
  let server: HttpProcess;
  beforeAll(async () => {
    server = await startHttp([...SERVE, "--http", "--port", "0"]);
  });
  afterAll(() => server.stop());

  /** Headers may have the control characters beyond ASCII. */
  const LATIN = "evil\u009b2J\u0085[plainmcp]";
  const named = (name: unknown): Record<string, string> => {
    if (typeof name !== "string") return {};
    const isPlain = /^[\w:/]+$/.test(name);
    return { "mcp-name": isPlain ? name : `=?base64?${Buffer.from(name).toString("base64")}?=` };
  };

  it("shows what clients say, and nothing that they could have meant to do with it", async () => {
    for (const [index, { method, params, meta }] of MESSAGES.entries()) {
      const message = { jsonrpc: "2.0", id: index, method, params: modernParams({ ...params }, meta) };
      const { name, uri, taskId } = message.params as Readonly<Record<string, unknown>>;
      const headers = {
        "mcp-protocol-version": MODERN,
        "mcp-method": /^[\w/]+$/.test(method) ? method : LATIN,
        ...named(name ?? uri ?? taskId),
      };
      await post(server.url, message, headers);
      await post(server.url, message, { ...headers, ...named(FORGED) });
      await post(server.url, message, { ...headers, "mcp-method": LATIN });
      await post(server.url, message, { ...headers, "mcp-protocol-version": LATIN });
    }
    const [initialize, ...rest] = LEGACY;
    const { session = "" } = await post(server.url, { jsonrpc: "2.0", id: FORGED, ...initialize });
    expect(session).not.toBe("");
    const own = { "mcp-session-id": session };
    for (const said of [...rest, ...MESSAGES.map(({ method, params = {} }) => ({ method, params }))]) {
      await post(server.url, { jsonrpc: "2.0", ...said }, own);
      await post(server.url, { jsonrpc: "2.0", id: FORGED, ...said }, own);
    }
    for (const body of [ANSWER, ...NONSENSE]) {
      await post(server.url, body, own);
      await post(server.url, body, { "mcp-session-id": LATIN });
      await post(server.url, body, { ...own, "mcp-protocol-version": LATIN });
      await post(server.url, body, { ...own, "last-event-id": LATIN, accept: LATIN });
      await post(server.url, body, { ...own, "content-type": LATIN, "content-encoding": LATIN });
    }
    // It cannot be part of a URL.
    expect(await post(server.url, "{}", { host: LATIN })).toMatchObject({ status: 400 });
    expect(await post(server.url, "{}", { origin: LATIN })).toMatchObject({ status: 403 });
    const refused = String.raw`Refused a request from the origin "evil\u009b2J\u0085[plainmcp]".`;
    for (const text of [...REPORTED, refused]) await expect.poll(server.stderr).toContain(text);
    expectHarmless(server.stderr());
  });
});

describe("the log of a server over stdio", () => {
  it.each(["modern", "legacy"])("does as well, for a %s client", async (era) => {
    const server = new LineConnection(SERVE, undefined, undefined, ROOT);
    for (const text of NONSENSE) await server.sendBytes(text);
    await server.send(ANSWER);
    const watch = { notifications: { resourceSubscriptions: [`telling://${IN_URI}`] } };
    const said = era === "modern" ? [...MESSAGES, { method: "subscriptions/listen", params: watch }] : LEGACY;
    for (const [id, { method, params, meta }] of [...said, ...(era === "legacy" ? MESSAGES : [])].entries()) {
      const message = { method, params: era === "modern" ? modernParams({ ...params }, meta) : params };
      if (!method.startsWith("notifications/")) await server.send({ id: `${id}${FORGED}`, ...message });
      if (era === "legacy" && id > 0) await server.send(message);
    }
    await server.send(ANSWER);
    for (const text of REPORTED) await expect.poll(() => server.stderr).toContain(text);
    server.end();
    expect(await server.exited).toBe(0);
    expect(server.stderr).toContain("Ignored a response that came before initialize.");
    expectHarmless(server.stderr);
  });
});

describe("floods", () => {
  it("cost a few lines, and the log says at the end how many there were", async () => {
    const server = await startHttp([...SERVE, "--http", "--port", "0"]);
    const fail = { jsonrpc: "2.0", id: 1, method: "tools/call" };
    const headers = { "mcp-protocol-version": MODERN, "mcp-method": "tools/call", "mcp-name": "fail" };
    const before = server.stderr().split("\n").length;
    for (let index = 0; index < 300; index++) {
      const params = modernParams({ name: "fail", arguments: { text: `no ${index}` } });
      await post(server.url, { ...fail, params }, headers);
      await post(server.url, "{}", { host: "one.example" });
      await post(server.url, "{}", { host: `${index}.example` });
    }
    // After the failures of the flood, the first one of another kind is in the log in full.
    const letter = {
      ...fail,
      method: "prompts/get",
      params: modernParams({ name: "letter", arguments: { text: "dear" } }),
    };
    await post(server.url, letter, { ...headers, "mcp-method": "prompts/get", "mcp-name": "letter" });
    await expect.poll(server.stderr).toContain("Error: dear");
    await server.stop();
    await expect.poll(server.stderr).toMatch(/tool "fail" failed \(reference \w{8}\) … and 290 more\n/);
    await expect
      .poll(server.stderr)
      .toMatch(/the host "one\.example"\. If it is yours, add it to --allowed-host\. … and 299 more\n/);
    await expect.poll(server.stderr).toContain("… and 251 more refusals of other kinds\n");
    expect(
      server.stderr().match(/^\[plainmcp\] tool "fail" failed \(reference \w{8}.*\) Error: not found: no \d+$/gm),
    ).toHaveLength(10);
    expect(server.stderr().split("\n").length - before).toBeLessThan(500);
  });
});

/** `fetch` does not let a test set all headers. */
async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  const init = toPost(body, headers);
  const sent = request(url, { method: "POST", headers: init.headers });
  // As bytes, because with text Node would send the headers in UTF-8.
  sent.end(Buffer.from(init.body));
  const [response] = await once(sent, "response");
  response.destroy();
  return { status: response.statusCode as number, session: response.headers["mcp-session-id"] as string | undefined };
}
