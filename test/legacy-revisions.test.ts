import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { type HttpProcess, PLAINMCP, ROOT, startHttp } from "./support/serve.js";
import { WireLog } from "./support/wire-log.js";
import { LEGACY_REVISIONS, type Message } from "./support/wire-schemas.js";

const SERVE = [PLAINMCP, "serve", "test/fixtures/protocol.ts"];

/** What a client of any legacy revision asks first. */
const TOUR: readonly { method: string; params?: object }[] = [
  { method: "ping" },
  { method: "tools/list" },
  { method: "tools/call", params: { name: "add", arguments: { a: 2, b: 3 } } },
  { method: "tools/call", params: { name: "add", arguments: { a: "two" } } },
  { method: "tools/call", params: { name: "none" } },
  { method: "tools/call", params: { name: "content" } },
  { method: "tools/call", params: { name: "steps", _meta: { progressToken: "p" } } },
  { method: "resources/list" },
  { method: "resources/templates/list" },
  { method: "resources/read", params: { uri: "protocol://text" } },
  { method: "resources/read", params: { uri: "protocol://none" } },
  { method: "prompts/list" },
  { method: "prompts/get", params: { name: "letter", arguments: { topic: "sums" } } },
  { method: "prompts/get", params: { name: "attached" } },
  { method: "logging/setLevel", params: { level: "info" } },
  { method: "no/such/method" },
];

/** No real client pins the older revisions, so these messages are written by hand. */
describe.each(LEGACY_REVISIONS)("revision %s", (revision) => {
  it("is spoken over stdio, in messages its schema allows", async () => {
    const log = new WireLog();
    const child = spawn(process.execPath, SERVE, { cwd: ROOT, stdio: ["pipe", "pipe", "ignore"] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const answers = await tour(revision, log, async (text, answered) => {
      child.stdin.write(`${text}\n`);
      const before = answersIn(log).length;
      while (answered && answersIn(log).length === before) log.received((await lines.next()).value);
    });
    child.stdin.end();
    expect(answers).toEqual(expected(revision));
    expect(log.problems()).toEqual([]);
  });

  it("is spoken over HTTP, in messages its schema allows", async () => {
    const server: HttpProcess = await startHttp([...SERVE, "--http", "--port", "0"]);
    try {
      const log = new WireLog();
      const headers: Record<string, string> = {
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
      };
      const answers = await tour(revision, log, async (body, answered) => {
        const response = await fetch(server.url, { method: "POST", headers, body });
        headers["mcp-session-id"] ??= response.headers.get("mcp-session-id") ?? "";
        if (revision >= "2025-06-18") headers["mcp-protocol-version"] = revision;
        const text = await response.text();
        for (const data of text.matchAll(/^data: (.+)$/gm)) log.received(data[1] as string);
        if (answered && text.startsWith("{")) log.received(text);
      });
      expect(answers).toEqual(expected(revision));
      expect(log.problems()).toEqual([]);
      const ended = await fetch(server.url, { method: "DELETE", headers });
      expect(ended.ok).toBe(true);
      const later = await fetch(server.url, { method: "POST", headers, body: request(99, { method: "ping" }) });
      expect(later.status).toBe(404);
    } finally {
      await server.stop();
    }
  });
});

/** One line for each answer: an error's code, or the fields of the result. */
function expected(revision: string): string[] {
  return [
    "",
    "tools",
    revision < "2025-06-18" ? "content" : "content structuredContent",
    revision < "2025-11-25" ? "-32602" : "content isError",
    "-32602",
    "content",
    "content",
    "resources",
    "resourceTemplates",
    "contents",
    "-32002",
    "prompts",
    "description messages",
    "description messages",
    "",
    "-32601",
  ];
}

type Send = (text: string, answered: boolean) => Promise<void>;

async function tour(revision: string, log: WireLog, send: Send): Promise<string[]> {
  const say = async (text: string, answered: boolean): Promise<void> => {
    log.sent(text);
    await send(text, answered);
  };
  const clientInfo = { name: "by-hand", version: "1" };
  const params = { protocolVersion: revision, capabilities: {}, clientInfo };
  await say(request(0, { method: "initialize", params }), true);
  expect(log.fromServer[0]?.result).toMatchObject({ protocolVersion: revision });
  await say(JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" }), false);
  for (const [index, step] of TOUR.entries()) await say(request(index + 1, step), true);
  expect(log.fromServer.filter(({ method }) => method === "notifications/progress")).not.toEqual([]);
  return answersIn(log).slice(1).map(summary);
}

function answersIn(log: WireLog): Message[] {
  return log.fromServer.filter(({ method }) => method === undefined);
}

function request(id: number, step: object): string {
  return JSON.stringify({ jsonrpc: "2.0", id, ...step });
}

function summary({ result, error }: Message): string {
  return error
    ? String(error.code)
    : Object.keys(result ?? {})
        .sort()
        .join(" ");
}
