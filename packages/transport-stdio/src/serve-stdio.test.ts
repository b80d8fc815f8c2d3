import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { defineServer, RegistrationError } from "@plainmcp/core";
import { expect, test } from "vitest";
import { manifest, Weather } from "../../../test/fixtures/weather.js";
import { serveStdio } from "./serve-stdio.js";

test("serves a class", async () => {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const server = await serveStdio(defineServer(Weather, { manifest }), { stdin, stdout });
  const params = { name: "current", arguments: { city: "Bern" } };
  stdin.end(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params }));
  await server.closed;
  stdout.end();
  expect(JSON.parse(await text(stdout))).toMatchObject({
    id: 1,
    result: { content: [{ type: "text", text: "Rain in Bern" }] },
  });
});

test.each([
  ["limits.maxLineSize", { limits: { maxLineSize: 0 } }],
  ["shutdownGraceMs", { shutdownGraceMs: -1 }],
] as const)("%s: what is wrong is an error with the name of the option", async (option, options) => {
  const served = serveStdio(defineServer(Weather, { manifest }), options);
  await expect(served).rejects.toMatchObject({ name: "TypeError", option, message: expect.stringContaining(option) });
});

test("a class without a manifest is an error at once", async () => {
  await expect(serveStdio(Weather)).rejects.toThrow(RegistrationError);
});
