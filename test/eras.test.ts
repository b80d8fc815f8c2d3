import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LineConnection } from "./support/line-connection.js";
import { PLAINMCP, ROOT } from "./support/serve.js";
import type { Message } from "./support/wire-schemas.js";

/** One place where the answers of the two eras are not the same. */
interface Difference {
  readonly path: string;
  readonly legacy: unknown;
  readonly modern: unknown;
}

/** Each way in which they may differ, by its name in docs/reference/eras.md. */
const ALLOWED: Readonly<Record<string, (difference: Difference, method: string) => boolean>> = {
  "result-type": ({ path, legacy }) => path === "result.resultType" && legacy === undefined,
  "cache-hints": ({ path, legacy }, method) =>
    ["result.ttlMs", "result.cacheScope"].includes(path) && legacy === undefined && /list|read/.test(method),
  "server-info": ({ path, legacy, modern }) =>
    path === "result._meta" &&
    legacy === undefined &&
    String(Object.keys(modern as object)) === "io.modelcontextprotocol/serverInfo",
  "wrapped-output": ({ path, legacy, modern }, method) =>
    method === "tools/call"
      ? path === "result.structuredContent" && same(legacy, { result: modern })
      : /^result\.tools\.\d+\.outputSchema$/.test(path) &&
        same(legacy, { type: "object", properties: { result: modern }, required: ["result"] }),
  "resource-not-found": ({ path, legacy, modern }, method) =>
    path === "error.code" && legacy === -32002 && modern === -32602 && method === "resources/read",
  "missing-capability": ({ path, legacy, modern }, method) => {
    if (method !== "tools/call") return false;
    if (path === "result") return (legacy as { isError?: boolean }).isError === true && modern === undefined;
    return path === "error" && legacy === undefined && (modern as { code: number }).code === -32021;
  },
  "log-level": ({ path, legacy, modern }) =>
    path === "notifications" && modern === undefined && (legacy as Message[]).every(isLog),
};

const CALLS: readonly { what: string; method: string; params?: object; meta?: object }[] = [
  { what: "the list of tools", method: "tools/list" },
  { what: "the list of prompts", method: "prompts/list" },
  { what: "the list of resources", method: "resources/list" },
  { what: "the list of templates", method: "resources/templates/list" },
  { what: "an object", method: "tools/call", params: { name: "point", arguments: {} } },
  { what: "an output that is no object", method: "tools/call", params: { name: "add", arguments: { a: 1, b: 2 } } },
  { what: "content of every kind", method: "tools/call", params: { name: "content", arguments: {} } },
  { what: "a failure", method: "tools/call", params: { name: "fail", arguments: {} } },
  {
    what: "a tool that requires more than the client can do",
    method: "tools/call",
    params: { name: "needy", arguments: { region: "a" } },
  },
  { what: "an unknown tool", method: "tools/call", params: { name: "none", arguments: {} } },
  { what: "invalid arguments", method: "tools/call", params: { name: "add", arguments: { a: "1" } } },
  { what: "params of another kind", method: "tools/call", params: { name: 3 } },
  {
    ...{ what: "progress", method: "tools/call", params: { name: "steps", arguments: {} } },
    meta: { progressToken: "token" },
  },
  { what: "log messages", method: "tools/call", params: { name: "say", arguments: {} } },
  { what: "a resource", method: "resources/read", params: { uri: "protocol://text" } },
  { what: "a resource of a template", method: "resources/read", params: { uri: "protocol://items/1" } },
  { what: "a missing resource", method: "resources/read", params: { uri: "protocol://none" } },
  { what: "a prompt", method: "prompts/get", params: { name: "letter", arguments: { topic: "sums" } } },
  { what: "a prompt with content of several kinds", method: "prompts/get", params: { name: "attached" } },
  { what: "an unknown prompt", method: "prompts/get", params: { name: "none" } },
  { what: "a prompt without its argument", method: "prompts/get", params: { name: "letter", arguments: {} } },
  {
    what: "a completion",
    method: "completion/complete",
    params: { ref: { type: "ref/prompt", name: "letter" }, argument: { name: "tone", value: "" } },
  },
  { what: "a bad cursor", method: "tools/list", params: { cursor: "none" } },
  { what: "an unknown method", method: "no/such/method" },
];

describe("the answers of the two eras", () => {
  const out = mkdtempSync(join(tmpdir(), "plainmcp-eras-"));
  const seen = new Set<string>();
  let legacy: LineConnection;
  let modern: LineConnection;

  beforeAll(async () => {
    const fixture = join(ROOT, "test/fixtures/protocol.ts");
    execFileSync(process.execPath, [PLAINMCP, "build", fixture, "--transport", "stdio", "--out-dir", out]);
    legacy = new LineConnection([join(out, "protocol.mjs")], "2025-11-25", { elicitation: {} });
    modern = new LineConnection([join(out, "protocol.mjs")]);
    await legacy.initialize();
  });
  afterAll(async () => {
    for (const connection of [legacy, modern]) {
      connection.end();
      await connection.exited;
    }
    rmSync(out, { recursive: true });
    expect([...legacy.log.problems(), ...modern.log.problems()]).toEqual([]);
  });

  it.each(CALLS)("to $method: $what", async ({ method, params = {}, meta }) => {
    const said = {
      legacy: await exchange(legacy, () => legacy.request(method, params, meta)),
      modern: await exchange(modern, () => modern.request(method, params, meta)),
    };
    expect(unexplained(differences(said.legacy, said.modern), method)).toEqual([]);
  });

  it("to server/discover and initialize: what the server is and can do", async () => {
    const again = new LineConnection([join(out, "protocol.mjs")], "2025-11-25");
    const initialized = (await again.initialize()).result;
    again.end();
    const discovered = (await modern.request("server/discover")).result;
    expect(initialized?.capabilities).toEqual(discovered?.capabilities);
    expect(initialized?.instructions).toEqual(discovered?.instructions);
    const meta = discovered?._meta as Record<string, unknown>;
    expect(initialized?.serverInfo).toEqual(meta["io.modelcontextprotocol/serverInfo"]);
  });

  it("to a call that asks: the same question, by a request or in a result", async () => {
    const capabilities = { "io.modelcontextprotocol/clientCapabilities": { elicitation: {} } };
    const call = { name: "ask", arguments: {} };
    const answer = { action: "accept", content: { name: "Ada" } };

    const answered = legacy.request("tools/call", call);
    const request = await legacy.message(({ method }) => method === "elicitation/create");
    legacy.send({ id: request.id, result: answer });

    const asked = (await modern.request("tools/call", call, capabilities)).result;
    const [[key, inRequest]] = Object.entries(asked?.inputRequests as object) as [[string, Message]];
    const retry = { ...call, inputResponses: { [key]: answer }, requestState: asked?.requestState };

    expect(inRequest.method).toBe(request.method);
    // A request also has a token, for the progress of the person's answer.
    const { _meta, ...params } = request.params ?? {};
    expect(inRequest.params).toEqual(params);
    const last = await modern.request("tools/call", retry, capabilities);
    expect(unexplained(differences(await answered, last), "tools/call")).toEqual([]);
    seen.add("questions");
  });

  it("differ in nothing but what the documentation lists, and in all of that", () => {
    const documented = readFileSync(join(ROOT, "docs/reference/eras.md"), "utf8");
    const rows = Array.from(documented.matchAll(/^\| `([\w-]+)` \|/gm), ([, name]) => name);
    expect([...rows].sort()).toEqual([...Object.keys(ALLOWED), "questions"].sort());
    expect([...seen].sort()).toEqual([...rows].sort());
  });

  function unexplained(found: readonly Difference[], method: string): readonly Difference[] {
    return found.filter((difference) => {
      const reasons = Object.keys(ALLOWED).filter((name) => ALLOWED[name]?.(difference, method));
      for (const reason of reasons) seen.add(reason);
      return reasons.length === 0;
    });
  }
});

/** An answer, and what was told while it was made. */
async function exchange(connection: LineConnection, ask: () => Promise<Message>): Promise<object> {
  const before = connection.messages().length;
  const answer = await ask();
  const told = connection
    .messages()
    .slice(before)
    .filter((message) => message !== answer);
  return { ...answer, ...(told.length > 0 && { notifications: told }) };
}

function differences(legacy: unknown, modern: unknown, path = ""): Difference[] {
  if (same(legacy, modern) || path === "id") return [];
  const sides = [legacy, modern];
  const bothObjects = sides.every((side) => typeof side === "object" && side !== null);
  // An output and its schema are compared whole, because one is inside the other.
  if (!bothObjects || /structuredContent$|outputSchema$/.test(path)) return [{ path, legacy, modern }];
  const [left, right] = sides as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) =>
    differences(left[key], right[key], path === "" ? key : `${path}.${key}`),
  );
}

/** What is the same in both, the reference of a failure aside. */
function same(a: unknown, b: unknown): boolean {
  const text = (value: unknown) => JSON.stringify(value)?.replace(/reference [\da-f]{8}/, "reference");
  return text(a) === text(b);
}

function isLog({ method }: Message): boolean {
  return method === "notifications/message";
}
