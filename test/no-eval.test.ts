import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { JsonSchema } from "@plainmcp/core";
import { expect, it } from "vitest";
import { ROOT } from "./support/serve.js";

it("validates where the runtime forbids eval, as Workers do", async () => {
  const answer = await answerTo({ type: "object", properties: { city: { type: "string", minLength: 2 } } });
  expect(answer).toContain("arguments.city: expected at least 2 characters, got 1");
});

it("says at start which keyword would need eval", async () => {
  const answer = await answerTo({ type: "object", unevaluatedProperties: false });
  expect(answer).toContain('tool "find" cannot be served');
  expect(answer).toMatch(/"\/unevaluatedProperties".* needs eval, which this runtime forbids/);
});

/** What a server without eval answers to a call with a city of one letter, or why it does not start. */
async function answerTo(inputSchema: JsonSchema): Promise<string> {
  const args = ["--disallow-code-generation-from-strings", "--input-type=module", "--eval", SCRIPT];
  const env = { ...process.env, INPUT_SCHEMA: JSON.stringify(inputSchema) };
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: join(ROOT, "test"), env });
  return stdout;
}

const SCRIPT = `
  import { defineServer, tool } from "@plainmcp/core";
  import { createHttpHandler } from "@plainmcp/transport-http";

  class Finder {
    find(city) {
      return city;
    }
  }
  tool(Finder.prototype, "find", Object.getOwnPropertyDescriptor(Finder.prototype, "find"));
  const inputSchema = JSON.parse(process.env.INPUT_SCHEMA);
  const find = { method: "find", name: "find", description: "Finds.", parameters: [{ name: "city" }], inputSchema };
  const manifest = {
    manifestVersion: 1,
    generator: "test",
    server: { name: "finder", version: "1.0.0" },
    classes: [{ class: "Finder", file: "finder.ts", tools: [find], resources: [], prompts: [] }],
  };
  const _meta = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientCapabilities": {},
  };
  const params = { name: "find", arguments: { city: "X" }, _meta };
  const request = new Request("http://localhost/mcp", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Accept: "application/json, text/event-stream",
      "MCP-Protocol-Version": "2026-07-28",
      "Mcp-Method": "tools/call",
      "Mcp-Name": "find",
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params }),
  });
  try {
    const handler = createHttpHandler(defineServer(Finder, { manifest }));
    console.log(await (await handler.fetch(request)).text());
  } catch (error) {
    console.log(String(error));
  }
`;
