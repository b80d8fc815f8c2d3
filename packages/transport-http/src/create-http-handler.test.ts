import { defineServer, RegistrationError } from "@plainmcp/core";
import { expect, test } from "vitest";
import { manifest, Weather } from "../../../test/fixtures/weather.js";
import { answerOf, modern } from "../fixtures/messages.js";
import { createHttpHandler } from "./create-http-handler.js";
import { serveHttp } from "./node/serve-http.js";

const CALL = modern(1, "tools/call", { name: "current", arguments: { city: "Bern" } });
const ANSWER = { id: 1, result: { content: [{ type: "text", text: "Rain in Bern" }] } };

test("createHttpHandler serves a class", async () => {
  const { fetch } = createHttpHandler(defineServer(Weather, { manifest }));
  expect(await answerOf(await fetch(new Request("http://localhost/mcp", CALL)))).toMatchObject(ANSWER);
});

test("serveHttp serves a class", async () => {
  const server = await serveHttp(defineServer(new Weather(), { manifest }), { port: 0 });
  expect(await answerOf(await fetch(server.url, CALL))).toMatchObject(ANSWER);
  await server.close();
});

test("a class without a manifest is an error at once", async () => {
  expect(() => createHttpHandler(Weather)).toThrow(RegistrationError);
  await expect(serveHttp(Weather, { port: 0 })).rejects.toThrow(RegistrationError);
});
