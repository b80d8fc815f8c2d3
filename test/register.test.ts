import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NODES } from "./support/nodes.js";
import { sourceProject } from "./support/source-project.js";

/** A server whose parts are found in every way that TypeScript finds files. */
const FILES = {
  "main.ts": `
    import { serveStdio } from "@plainmcp/transport-stdio";
    import { Weather } from "./weather.js";
    await serveStdio(Weather);
    console.log("printed while serving");`,
  "weather.ts": `
    import { prompt, tool } from "@plainmcp/core";
    import { type Place, place } from "./place";
    import { unit } from "@app/unit";
    import { folder } from "./folder";
    import { old } from "./old.cjs";
    import settings from "./settings.json" with { type: "json" };
    enum Sky { Clear = "clear" }
    export class Weather {
      /** Current reading. */
      @tool
      current(city: Place): string {
        if (city === "Atlantis") throw new Error("sunk");
        return [city, place, unit, folder, old, settings.name, Sky.Clear].join(" ");
      }
    }`,
  "place.ts": `export type Place = "Paris" | "Atlantis"; export const place = "place";`,
  "lib/unit.ts": `export const unit = "unit";`,
  "folder/index.ts": `export const folder = "folder";`,
  "old.cts": `export const old: string = "old" + __filename.slice(-4);`,
  "settings.json": '{ "name": "settings" }',
  "tsconfig.json": JSON.stringify({
    files: [],
    references: [{ path: "./tsconfig.node.json" }],
  }),
  "tsconfig.node.json": JSON.stringify({
    compilerOptions: {
      composite: true,
      target: "es2022",
      module: "esnext",
      moduleResolution: "bundler",
      resolveJsonModule: true,
      strict: true,
      types: ["node"],
      paths: { "@app/*": ["./lib/*"] },
    },
  }),
};

const REQUESTS = [
  {
    id: 1,
    method: "initialize",
    params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1" } },
  },
  { method: "notifications/initialized" },
  { id: 2, method: "tools/call", params: { name: "current", arguments: { city: "Paris" } } },
  { id: 3, method: "tools/call", params: { name: "current", arguments: { city: "Atlantis" } } },
];

function run(node: string, cwd: string) {
  const input = REQUESTS.map((request) => `${JSON.stringify({ jsonrpc: "2.0", ...request })}\n`).join("");
  const { status, stdout, stderr } = spawnSync(node, ["--import", "@plainmcp/compiler/register", "main.ts"], {
    cwd,
    input,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, stdout, stderr };
}

describe.each(Object.entries(NODES))("register on %s", (_, node) => {
  const withNode = it.skipIf(!existsSync(node));

  withNode("runs a server from its source, and keeps stdout for the protocol", () => {
    const folder = sourceProject(FILES);
    const { status, stdout, stderr } = run(node, folder);
    const answers = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers.find(({ id }) => id === 2)?.result?.content).toEqual([
      { type: "text", text: "Paris place unit folder old.cts settings clear" },
    ]);
    expect(stderr).toMatch(/^printed while serving\n/);
    // The place in the source, not in what was made of it.
    expect(stderr).toMatch(/sunk[\s\S]*weather\.ts:13:\d+/);
    expect(status).toBe(0);
  });

  withNode("shows all that is wrong with its contract, and ends", () => {
    const server = FILES["weather.ts"].replace("city: Place", "city: Place, a: symbol, then: () => void");
    const { status, stdout, stderr } = run(node, sourceProject({ ...FILES, "weather.ts": server }));
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^weather\.ts:12:28 - error PLAIN1003: /);
    expect(stderr).toMatch(/\n12 {8}current\(city: Place, a: symbol, then: \(\) => void\): string \{\n/);
    expect(stderr).toMatch(/2 errors\n$/);
  });
});

it("register leaves errors of imports to Node", () => {
  const folder = sourceProject({ ...FILES, "main.ts": `import "./gone.js";\n${FILES["main.ts"]}` });
  const { status, stdout, stderr } = run(process.execPath, folder);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toContain("ERR_MODULE_NOT_FOUND");
  expect(stderr).toContain(join(folder, "gone.js"));
});
