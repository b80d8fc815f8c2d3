import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, expect, test } from "vitest";

const client = new Client({ name: "calculator-test", version: "1.0.0" }, { versionNegotiation: { mode: "auto" } });

beforeAll(() => {
  const command = { command: "npx", args: ["plainmcp", "serve", "server.ts"], cwd: import.meta.dirname };
  return client.connect(new StdioClientTransport(command));
});
afterAll(() => client.close());

test("adds, with a default for the second summand", async () => {
  const sum = await client.callTool({ name: "add", arguments: { a: 2, b: 3 } });
  expect(sum.structuredContent).toBe(5);
  const same = await client.callTool({ name: "add", arguments: { a: 2 } });
  expect(same.structuredContent).toBe(2);
});

test("reads constants, and has no others", async () => {
  const { contents } = await client.readResource({ uri: "constant://pi" });
  expect(contents).toEqual([{ uri: "constant://pi", mimeType: "text/plain", text: String(Math.PI) }]);
  await expect(client.readResource({ uri: "constant://phi" })).rejects.toThrow(/"pi", "e"/);
});

test("explains", async () => {
  const { messages } = await client.getPrompt({ name: "explain", arguments: { sum: "3 + 4" } });
  expect(messages).toEqual([
    { role: "user", content: { type: "text", text: "Explain 3 + 4 to a six-year-old, with apples." } },
  ]);
});
