import type { DefineServerOptions, TaskEntry, TaskStore } from "@plainmcp/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CALLS, type Call, ECHO, nameOf, tool } from "./support/lane/calls.js";
import { byFetch, byLines, defineOwn, type Served } from "./support/lane/lane-pair.js";
import { legacyRequest, opening } from "./support/lane/legacy-corpus.js";
import { messagesIn } from "./support/lane/messages-in.js";
import { CAPABLE, modernHeadersOf, modernRequest } from "./support/lane/modern-corpus.js";
import { sent } from "./support/lane/sent.js";

/** Milliseconds that an answer may take. */
const PATIENCE = 5_000;

const REVISION = "2025-11-25";
const sessionHeaders = (_: string, session?: string) => ({
  ...(session !== undefined && { "mcp-session-id": session }),
});

interface Way {
  readonly name: string;
  readonly isModern: boolean;
  open(more?: DefineServerOptions): Promise<Served>;
}

const WAYS: readonly Way[] = [
  {
    name: "2026-07-28 over fetch",
    isModern: true,
    open: (more) => byFetch(modernHeadersOf, "sessions", () => defineOwn(more))(true),
  },
  { name: "2026-07-28 over stdio", isModern: true, open: (more) => byLines(() => defineOwn(more))(true) },
  {
    name: `${REVISION} over fetch`,
    isModern: false,
    open: (more) => begun(byFetch(sessionHeaders, "sessions", () => defineOwn(more))(true)),
  },
  { name: `${REVISION} over stdio`, isModern: false, open: (more) => begun(byLines(() => defineOwn(more))(true)) },
];

/** What has an answer: notifications have none, and `later` lets go of its client, which must come back for it. */
const ANSWERED = CALLS.filter(({ method, params }) => !method.startsWith("notifications/") && params?.name !== "later");

/** An unhandled rejection or exception fails the whole run. */
describe.each(WAYS)("the lane answers, $name", ({ isModern, open }) => {
  const toMessage = (call: Call): object => (isModern ? modernRequest(call, CAPABLE) : legacyRequest(call));

  it("whatever the params are", async () => {
    const served = await open();
    const methods = [...new Set(ANSWERED.map(({ method }) => method))];
    const params = fc.dictionary(
      fc.constantFrom("name", "arguments", "uri", "cursor", "ref", "argument", "level", "taskId"),
      fc.jsonValue(),
    );
    const calls = fc.record({ method: fc.constantFrom(...methods), params });
    const property = fc.asyncProperty(calls, (call) => answered(served, toMessage(call)));
    await fc.assert(property, { numRuns: 300 });
    await served.close();
  });

  it.each([1_000, 3_000, 4_000, 5_000, 6_000, 8_000, 20_000, 100_000])(
    "however deep they are: %d levels",
    async (depth) => {
      const served = await open();
      const deep = `${"[".repeat(depth)}${"]".repeat(depth)}`;
      for (const call of [ECHO, tool("who"), tool("ask"), { method: "tools/list" }, { method: "unknown" }]) {
        for (const place of [
          '"a":"deep"',
          '"arguments":{"a":"deep"}',
          '"_meta":{"a":"deep"}',
          '"requestState":"deep"',
        ]) {
          const message = toMessage({ ...call, params: { ...call.params, x: 0 } });
          const text = JSON.stringify(message).replace('"x":0', place).replace('"deep"', deep);
          expect(await answered(served, text)).toBe(true);
        }
      }
      await served.close();
    },
  );

  it.each(Object.entries(HOSTILE))("%s", async (_name, more) => {
    const served = await open(more);
    for (const call of [...ANSWERED, tool("work", { ms: 0 })]) {
      expect(`${nameOf(call)} ${await answered(served, toMessage(call))}`).toBe(`${nameOf(call)} true`);
    }
    await served.close();
  });
});

async function answered(served: Served, message: object | string): Promise<boolean> {
  const answer = served.say(sent("", message));
  await answer.settled(PATIENCE);
  return answer.isOver && messagesIn(answer).some(({ result, error }) => result !== undefined || error !== undefined);
}

async function begun(opening_: Promise<Served>): Promise<Served> {
  const served = await opening_;
  for (const first of opening(REVISION)) await served.say(first).settled(PATIENCE);
  return served;
}

/** What servers may be given, and what then goes wrong. */
const HOSTILE: Readonly<Record<string, DefineServerOptions>> = {
  "when a reporter throws": { onError: throwing, use: [throwing] },
  "when middleware throws": { use: [throwing] },
  "when middleware rejects": { use: [() => Promise.reject(undefined)] },
  "when middleware returns nothing": { use: [(() => undefined) as never] },
  "when a result is wrong": {
    use: [
      async () => ({
        status: "completed",
        result: { content: [null], contents: [null], messages: [null], completion: {} },
      }),
    ],
  },
  "when a result has no JSON": {
    use: [
      async () => ({ status: "completed", result: { content: [], contents: [], messages: [], completion: {}, a: 1n } }),
    ],
  },
  "when a store of tasks throws": { tasks: { store: storeOf(throwing) } },
  "when a store of tasks returns what has no JSON": {
    tasks: { store: storeOf(() => ({ owner: "", task: { taskId: "x", result: 1n } }) as never) },
  },
  "when a store of tasks returns nonsense": { tasks: { store: storeOf(() => 7 as never) } },
};

function throwing(): never {
  throw Object.assign(Object.create(null), { a: 1 });
}

function storeOf(read: () => TaskEntry): TaskStore {
  return { create: async () => true, write: async () => undefined, read: async () => read() };
}
