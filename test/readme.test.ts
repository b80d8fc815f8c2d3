import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIENTS, connect, TRANSPORTS } from "./support/connect.js";
import { PLAINMCP, ROOT } from "./support/serve.js";

const code = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, "README.md"), "utf8"))?.[1] ?? "";

describe("the README's code", () => {
  it("is examples/calculator/server.ts", () => {
    expect(code).toBe(readFileSync(join(ROOT, "examples/calculator/server.ts"), "utf8"));
  });
});

describe.each(["standard", "legacy"])("the README's code, compiled with %s decorators", (dialect) => {
  // Inside the repository, so that its import of our package finds it.
  const folder = mkdtempSync(join(ROOT, "examples/calculator/readme-"));
  const file = join(folder, "calculator.ts");
  const tsconfig = join(folder, "tsconfig.json");

  beforeAll(() => {
    writeFileSync(file, code);
    const options = {
      target: "es2022",
      module: "nodenext",
      strict: true,
      experimentalDecorators: dialect === "legacy",
    };
    writeFileSync(tsconfig, JSON.stringify({ compilerOptions: options, files: ["calculator.ts"] }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(TRANSPORTS.flatMap((transport) => CLIENTS.map((client) => ({ transport, client }))))(
    "works over $transport with $client",
    async ({ transport, client }) => {
      const connection = await connect(client, transport, { args: [PLAINMCP, "serve", file, "--tsconfig", tsconfig] });
      expect((await connection.callTool("add", { b: 3, a: 2 })).content).toEqual([{ type: "text", text: "5" }]);
      expect((await connection.callTool("add", { a: 2 })).content).toEqual([{ type: "text", text: "2" }]);
      const { contents } = await connection.client.readResource({ uri: "constant://e" });
      expect(contents).toMatchObject([{ text: String(Math.E) }]);
      const { messages } = await connection.client.getPrompt({ name: "explain", arguments: { sum: "3 + 4" } });
      expect(messages).toMatchObject([{ role: "user", content: { text: expect.stringContaining("3 + 4") } }]);
      expect(await connection.close()).toEqual([]);
    },
  );
});
