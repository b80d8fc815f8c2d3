import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { answerOf, INITIALIZE, legacy, modern } from "../fixtures/messages.js";

const WEB_STANDARD = {
  AbortController,
  AbortSignal,
  DOMException,
  Event,
  EventTarget,
  Headers,
  ReadableStream,
  Request,
  Response,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  clearInterval,
  clearTimeout,
  console,
  crypto,
  performance,
  queueMicrotask,
  setInterval,
  setTimeout,
};

/** Bundles the modules that a Worker would load. Fails if one imports a module of Node. */
async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "ts" },
    bundle: true,
    write: false,
    platform: "browser",
    conditions: ["workerd", "worker", "browser"],
    format: "iife",
    // Engines do not support decorators yet.
    target: "es2022",
    globalName: "worker",
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

test("the package can be bundled for a runtime that has no Node", async () => {
  await bundle(`export { createHttpHandler } from "./index.js";`);
  await expect(bundle(`import "node:http";`)).rejects.toThrow("node:http");
});

test("it serves both eras with web standards only", async () => {
  const code = await bundle(`
    import { defineServer } from "@plainmcp/core";
    import { manifest, Weather } from "../../../test/fixtures/weather.js";
    import { createHttpHandler } from "./index.js";
    const server = defineServer(Weather, { manifest });
    export default createHttpHandler(server, { allowedHosts: ["worker.example.com"] });
  `);
  const { default: worker } = vm.runInNewContext(`${code}; worker`, { ...WEB_STANDARD });
  const send = (init: RequestInit): Promise<Response> =>
    worker.fetch(new Request("https://worker.example.com/mcp", init), {}, {});
  const call = modern(1, "tools/call", { name: "current", arguments: { city: "Bern" } });
  expect(await answerOf(await send(call))).toMatchObject({ id: 1, result: { content: [{ text: "Rain in Bern" }] } });
  expect(await answerOf(await send(legacy(INITIALIZE)))).toMatchObject({
    id: 0,
    result: { serverInfo: { name: "weather" } },
  });
});
