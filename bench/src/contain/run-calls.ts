// Runs in a process of its own: calls one subject again and again, and prints the nanoseconds that one call takes.
import { AsyncLocalStorage } from "node:async_hooks";
import { performance } from "node:perf_hooks";
import type { ClientRequest } from "../../../packages/core/src/call/client-request.js";
import { type CallScope, currentContainment } from "../../../packages/core/src/containment/containment.js";
import { containFailures } from "../../../packages/core/src/containment/node/contain-failures.js";
import { tool } from "../../../packages/core/src/decorators/tool.js";
import { createEngine } from "../../../packages/core/src/engine/create-engine.js";
import type { Manifest } from "../../../packages/core/src/manifest/manifest.js";
import { defineServer } from "../../../packages/core/src/registry/define-server.js";
import { createHttpHandler } from "../../../packages/transport-http/src/create-http-handler.js";
import { modernPost } from "../../../test/support/post.js";

class Adder {
  @tool
  async add(a: number, b: number): Promise<number> {
    return a + b;
  }
}

const numbers = { a: { type: "number" }, b: { type: "number" } };
const manifest: Manifest = {
  manifestVersion: 1,
  generator: "by hand",
  server: { name: "adder", version: "1.0.0" },
  classes: [
    {
      class: "Adder",
      file: "adder.ts",
      tools: [
        {
          method: "add",
          name: "add",
          parameters: [{ name: "a" }, { name: "b" }],
          inputSchema: { type: "object", properties: numbers, required: ["a", "b"], additionalProperties: false },
          outputSchema: { type: "number" },
          wrapped: true,
        },
      ],
      resources: [],
      prompts: [],
    },
  ],
};

const adder = new Adder();
const server = defineServer(adder, { manifest });
const callTool = createEngine(server).methods.modern["tools/call"];
const request: ClientRequest = {
  ...{
    id: 1,
    revision: "2026-07-28",
    meta: {},
    client: { capabilities: {} },
    caller: undefined,
    load: undefined,
    session: undefined,
    isConnected: true,
  },
  signal: new AbortController().signal,
  isAborted: false,
  notify: async () => undefined,
  ask: async () => undefined,
  log: async () => undefined,
  release: () => undefined,
};
const storage = new AsyncLocalStorage();
const scope: CallScope = { source: "add", contain: console.error };
const handler = createHttpHandler(server);
const PARAMS = { name: "add", arguments: { a: 1, b: 2 } };
const post = modernPost(1, "tools/call", PARAMS);

const add = (): Promise<unknown> => adder.add(1, 2);
const callAdd = async (): Promise<unknown> => callTool?.answer(PARAMS, request);
const requestAdd = async (): Promise<string> => {
  const response = await handler.fetch(new Request("http://localhost/mcp", post));
  return response.text();
};

const SUBJECTS: Readonly<Record<string, () => Promise<unknown>>> = {
  "async function, bare": add,
  "async function, AsyncLocalStorage.run": () => storage.run({}, add),
  "async function, contained": () => currentContainment().run(scope, add),
  "tool, not contained": callAdd,
  "tool, contained": callAdd,
  "request, not contained": requestAdd,
  "request, contained": requestAdd,
};

const [name = "", duration = "0"] = process.argv.slice(2);
const subject = SUBJECTS[name];
if (subject === undefined) throw new Error(`There is no subject "${name}"`);
const end = name.endsWith(", contained") ? containFailures() : undefined;
for (const answer of [JSON.stringify(await callAdd()), await requestAdd()]) {
  if (!answer.includes('"structuredContent":3')) throw new Error(`A call was answered with ${answer}`);
}
await repeat(subject, Number(duration) / 2);
const begun = performance.now();
const calls = await repeat(subject, Number(duration));
console.log(((performance.now() - begun) * 1e6) / calls);
end?.();
await handler.close();

/** Calls for so many milliseconds, one call after the other. */
async function repeat(call: () => Promise<unknown>, milliseconds: number): Promise<number> {
  const until = performance.now() + milliseconds;
  let calls = 0;
  do {
    for (let index = 0; index < 100; index += 1) await call();
    calls += 100;
  } while (performance.now() < until);
  return calls;
}
