import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIENTS, connect, TRANSPORTS } from "./support/connect.js";
import { PLAINMCP, ROOT } from "./support/serve.js";

/** What `plainmcp build` writes must need nothing but Node: it runs here in a folder that holds only itself. */
describe.each(TRANSPORTS)("the module built for %s", (transport) => {
  const out = mkdtempSync(join(tmpdir(), "plainmcp-out-"));
  const alone = mkdtempSync(join(tmpdir(), "plainmcp-alone-"));
  const module = join(alone, "server.mjs");

  beforeAll(() => {
    const source = join(ROOT, "examples/calculator/server.ts");
    execFileSync(process.execPath, [PLAINMCP, "build", source, "--transport", transport, "--out-dir", out], {
      stdio: "pipe",
    });
    copyFileSync(join(out, "server.mjs"), module);
  });
  afterAll(() => {
    rmSync(out, { recursive: true });
    rmSync(alone, { recursive: true });
  });

  it("comes with its manifest", () => {
    expect(readdirSync(out).sort()).toEqual(["server.manifest.json", "server.mjs"]);
    const manifest = JSON.parse(readFileSync(join(out, "server.manifest.json"), "utf8"));
    expect(manifest).toMatchObject({
      manifestVersion: 1,
      classes: [{ class: "Calculator", tools: [{ name: "add" }] }],
    });
  });

  it.each(CLIENTS)("serves %s, alone in an empty directory", async (client) => {
    const connection = await connect(client, transport, { args: [module], http: ["--port", "0"] });
    expect((await connection.callTool("add", { b: 3, a: 2 })).content).toEqual([{ type: "text", text: "5" }]);
    const { contents } = await connection.client.readResource({ uri: "constant://pi" });
    expect(contents).toMatchObject([{ text: String(Math.PI) }]);
    expect(await connection.close()).toEqual([]);
  });
});
