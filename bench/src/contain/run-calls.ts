// Runs in a process of its own: calls one subject again and again, and prints the nanoseconds that one call takes.
import { AsyncLocalStorage } from "node:async_hooks";
import { performance } from "node:perf_hooks";
import { type CallScope, runInScope } from "../../../packages/core/src/containment/containment.js";
import { containFailures } from "../../../packages/core/src/containment/node/contain-failures.js";
import { runInCall } from "../../../packages/core/src/containment/run-in-call.js";
import type { Context } from "../../../packages/core/src/context.js";
import { defineServer } from "../../../packages/core/src/define-server.js";
import { callTool } from "../../../packages/core/src/dispatch/call-tool.js";
import type { Invocation } from "../../../packages/core/src/dispatch/invocation.js";
import type { Manifest } from "../../../packages/core/src/manifest.js";
import { tool } from "../../../packages/core/src/tool.js";
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
const registry = server.registry();
const context = { signal: new AbortController().signal, client: { capabilities: {} }, era: "modern" } as Context;
const invocation: Invocation = {
  context,
  isAborted: false,
  run: async (_rules, source, method) => runInCall({ source, registry }, method),
};
const storage = new AsyncLocalStorage();
const scope: CallScope = { source: "add", contain: console.error };
const handler = createHttpHandler(server);
const post = modernPost(1, "tools/call", { name: "add", arguments: { a: 1, b: 2 } });

const add = (): Promise<unknown> => adder.add(1, 2);
const callAdd = (): Promise<unknown> => callTool(registry, "add", { a: 1, b: 2 }, invocation);
const requestAdd = async (): Promise<string> => {
  const response = await handler.fetch(new Request("http://localhost/mcp", post));
  return response.text();
};

const SUBJECTS: Readonly<Record<string, () => Promise<unknown>>> = {
  "async function, bare": add,
  "async function, AsyncLocalStorage.run": () => storage.run({}, add),
  "async function, contained": () => runInScope(scope, add),
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
