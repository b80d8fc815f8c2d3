import { type DefineServerOptions, defineServer, tool } from "@plainmcp/core";
import { describe, expect, test } from "vitest";
import { manifestOf, methodOf } from "../../../../test/support/manifest-by-hand.js";
import { answerOf, modern } from "../../fixtures/messages.js";
import { createHttpHandler } from "../create-http-handler.js";

class Headed {
  @tool
  echo(args: object): string {
    return JSON.stringify(args);
  }
}

/** What was sent counts, and not what a lenient tool makes of it. */
describe("Mcp-Param-* of a lenient tool", () => {
  test.each<[string, object, Record<string, string>, number]>([
    ["text in place of a number", { count: "42" }, { "mcp-param-count": "42" }, 200],
    ["text in place of a boolean", { sure: "False" }, { "mcp-param-sure": "False" }, 200],
    ["nothing", { count: null, more: 1 }, {}, 200],
    ["another notation of the text", { count: "42" }, { "mcp-param-count": "42.0" }, 400],
    ["text without a header", { count: "42" }, {}, 400],
  ])("%s", async (_, args, headers, status) => {
    expect((await call(args, headers, { arguments: "lenient" })).status).toBe(status);
  });

  test("never reads an object with headers from text", async () => {
    const { answer } = await call({ where: '{"zone":"a"}' }, { "mcp-param-zone": "b" }, { arguments: "lenient" });
    expect(answer).toMatchObject({ result: { isError: true } });
  });
});

const inputSchema = {
  type: "object",
  properties: {
    text: { type: "string", "x-mcp-header": "Region" },
    count: { type: "integer", "x-mcp-header": "Count" },
    sure: { type: "boolean", "x-mcp-header": "Sure" },
    odd: { type: "string", "x-mcp-header": "no name" },
    where: { type: "object", properties: { zone: { type: "string", "x-mcp-header": "Zone" } } },
  },
};

const manifest = manifestOf({
  class: "Headed",
  tools: [{ ...methodOf("echo"), parameters: [{ flat: true }], inputSchema }],
});

const base64 = (text: string) => `=?base64?${Buffer.from(text).toString("base64")}?=`;

async function call(args: object, headers: Record<string, string>, options: DefineServerOptions = {}) {
  const handler = createHttpHandler(defineServer(Headed, { manifest, ...options }), { onError: () => undefined });
  const init = modern(1, "tools/call", { name: "echo", arguments: args });
  const request = new Request("http://localhost/mcp", { ...init, headers: { ...init.headers, ...headers } });
  const response = await handler.fetch(request);
  return { status: response.status, answer: await answerOf(response) };
}

describe("Mcp-Param-*", () => {
  test.each<[string, object, Record<string, string>]>([
    ["a plain string", { text: "eu" }, { "mcp-param-region": "eu" }],
    ["a string in Base64", { text: "Zürich" }, { "mcp-param-region": base64("Zürich") }],
    ["a string that only looks like Base64", { text: "=?base64?eu" }, { "mcp-param-region": "=?base64?eu" }],
    ["an integer in another notation", { count: 42 }, { "mcp-param-count": "42.0" }],
    ["a boolean", { sure: false }, { "mcp-param-sure": "false" }],
    ["a nested value", { where: { zone: "a" } }, { "mcp-param-zone": "a" }],
    ["no header for an absent or null value", { text: null }, {}],
    ["no header with an invalid name", { odd: "a" }, {}],
    ["no header for a value that is not primitive", { text: [] }, {}],
    ["a header without a value in the body", {}, { "mcp-param-region": "eu" }],
  ])("agrees: %s", async (_, args, headers) => {
    expect((await call(args, headers)).status).toBe(200);
  });

  test.each<[string, object, Record<string, string>]>([
    ["no header", { text: "eu" }, {}],
    ["another value", { text: "eu" }, { "mcp-param-region": "us" }],
    ["another case", { text: "eu" }, { "mcp-param-region": "EU" }],
    ["Base64 without its padding", { text: "eu!x" }, { "mcp-param-region": "=?base64?ZXUheA?=" }],
    ["Base64 with foreign characters", { text: "eu" }, { "mcp-param-region": "=?base64?Z_U=?=" }],
    ["Base64 of invalid UTF-8", { text: "eu" }, { "mcp-param-region": "=?base64?/w==?=" }],
    ["another number", { count: 42 }, { "mcp-param-count": "43" }],
    ["a number in hexadecimal", { count: 26 }, { "mcp-param-count": "0x1a" }],
    ["another nested value", { where: { zone: "a" } }, { "mcp-param-zone": "b" }],
  ])("disagrees: %s", async (_, args, headers) => {
    const { status, answer } = await call(args, headers);
    expect(status).toBe(400);
    expect(answer).toMatchObject({ id: 1, error: { code: -32020, message: expect.stringContaining("Mcp-Param-") } });
  });
});
