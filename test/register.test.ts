import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { INJECTED_ANSWER, INJECTED_PROJECT } from "./support/injected-project.js";
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
  { id: 4, method: "tools/call", params: { name: "sky", arguments: {} } },
];

function run(node: string, cwd: string, main = "main.ts") {
  const input = REQUESTS.map((request) => `${JSON.stringify({ jsonrpc: "2.0", ...request })}\n`).join("");
  const { status, stdout, stderr } = spawnSync(node, ["--import", "@plainmcp/compiler/register", main], {
    cwd,
    input,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, stdout, stderr };
}

/** What the server answers, by the id of the request. */
function answers(stdout: string): Record<string, { result?: { content: unknown } }> {
  const lines = stdout.trim().split("\n");
  return Object.fromEntries(lines.map((line) => JSON.parse(line)).map((answer) => [answer.id, answer]));
}

/** A package of CommonJS modules, with all that these have and ES modules have not. */
const COMMONJS_FILES = {
  "package.json": '{ "name": "project", "version": "1.0.0", "type": "commonjs" }',
  "main.ts": `
    import { serveStdio } from "@plainmcp/transport-stdio";
    const Tools = require("./tools") as typeof import("./tools");
    if (require.main === module) serveStdio(Tools);`,
  "tools.ts": `
    import { tool } from "@plainmcp/core";
    import path = require("node:path");
    import { ring } from "./ring-a";
    import * as barrel from "./barrel";
    import settings from "./settings.json";
    import { stars } from "./sky.mjs";
    import { unit } from "@app/unit";
    class Tools {
      /** All that was loaded. */
      @tool
      async current(city: string): Promise<string> {
        if (city === "Atlantis") throw new Error("sunk");
        const later = await import("./later.js");
        const names = [path.basename(__filename), path.basename(require.resolve("./ring-b"))];
        return [...names, ring(), ...Object.keys(barrel), settings.name, stars, unit, later.when].join(" ");
      }
    }
    export = Tools;`,
  "ring-a.ts": `import { half } from "./ring-b"; export const ring = () => half() + "-ring";`,
  "ring-b.ts": `import * as a from "./ring-a"; export const half = () => typeof a.ring;`,
  "barrel.ts": `export * from "./plain"; export { half as renamed } from "./ring-b";`,
  "plain.js": "exports.plain = __dirname;",
  "settings.json": '{ "name": "settings" }',
  "sky.mts": `import { height } from "./height.mjs"; export const stars = "stars" + height + import.meta.url.slice(-7);`,
  "height.mts": "export const height: number = 9;",
  "later.ts": `export * from "./latest";`,
  "latest.ts": `export const when = "later"; module.exports.more = 1;`,
  "lib/unit.ts": `export const unit = "unit";`,
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      target: "es2022",
      module: "node20",
      strict: true,
      types: ["node"],
      allowJs: true,
      resolveJsonModule: true,
      paths: { "@app/*": ["./lib/*"] },
    },
  }),
};

describe.each(Object.entries(NODES))("register on %s", (_, node) => {
  const withNode = it.skipIf(!existsSync(node));

  withNode("runs a server from its source, and keeps stdout for the protocol", () => {
    const folder = sourceProject(FILES);
    const { status, stdout, stderr } = run(node, folder);
    expect(answers(stdout)[2]?.result?.content).toEqual([
      { type: "text", text: "Paris place unit folder old.cts settings clear" },
    ]);
    expect(stderr).toMatch(/^printed while serving\n/);
    // The place in the source, not in what was made of it.
    expect(stderr).toMatch(/sunk[\s\S]*weather\.ts:13:\d+/);
    expect(status).toBe(0);
  });

  withNode("runs a package of CommonJS modules", () => {
    const { status, stdout, stderr } = run(node, sourceProject(COMMONJS_FILES));
    expect(answers(stdout)[2]?.result?.content).toEqual([
      { type: "text", text: "tools.ts ring-b.ts function-ring renamed plain settings stars9sky.mts unit later" },
    ]);
    expect(stderr).toMatch(/sunk[\s\S]*tools\.ts:13:\d+/);
    expect(status).toBe(0);
  });

  withNode("lets JavaScript of both kinds load TypeScript", () => {
    const folder = sourceProject({
      "package.json": '{ "type": "commonjs" }',
      "main.mjs": 'import required from "./all.cjs"; import { unit } from "./unit.ts"; console.log(required === unit);',
      "all.cjs": 'module.exports = require("./unit").unit;',
      "unit.ts": "export const unit: object = {};",
    });
    expect(run(node, folder, "main.mjs")).toMatchObject({ status: 0, stdout: "true\n" });
  });

  withNode.each(["module", "commonjs"])("emits the metadata of older decorators, type %s", (type) => {
    const files = { ...INJECTED_PROJECT, "package.json": JSON.stringify({ name: "project", version: "1.0.0", type }) };
    const { status, stdout } = run(node, sourceProject(files));
    expect(answers(stdout)[4]?.result?.content).toEqual([{ type: "text", text: INJECTED_ANSWER }]);
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

describe("register decides between CommonJS and ES modules", () => {
  const node = JSON.stringify({ compilerOptions: { module: "nodenext" } });
  const esnext = JSON.stringify({ compilerOptions: { module: "esnext", moduleResolution: "bundler" } });
  const probe = "console.log(typeof module === 'undefined' ? 'module' : 'commonjs');";
  const importing = `import "node:fs"; ${probe}`;
  const types = {
    module: '{ "type": "module" }',
    commonjs: '{ "type": "commonjs" }',
    none: "{}",
  };

  it.each([
    ["module", "main.ts", node, probe, "module"],
    ["module", "main.cts", node, importing, "commonjs"],
    ["commonjs", "main.mts", esnext, probe, "module"],
    ["commonjs", "main.ts", esnext, importing, "commonjs"],
    ["none", "main.ts", node, importing, "commonjs"],
    ["none", "main.ts", node, `await 1; ${probe}`, "module"],
    ["none", "main.tsx", node, `import.meta.url; ${importing}`, "module"],
    ["none", "main.ts", esnext, importing, "module"],
    ["none", "main.ts", esnext, `#!/usr/bin/env node\n${probe}`, "commonjs"],
    ["none", "main.ts", esnext, `import "node:os";\nimport fs = require("node:fs"); fs.statfs; ${probe}`, "commonjs"],
    ["none", "main.ts", "{}", importing, "module"],
  ] as const)("type %s, %s, %s, %s: %s", (type, name, tsconfig, source, format) => {
    const folder = sourceProject({ "package.json": types[type], "tsconfig.json": tsconfig, [name]: source });
    const { status, stdout, stderr } = run(process.execPath, folder, name);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `${format}\n`, stderr: "" });
  });
});

describe.each(Object.entries(NODES).filter(([name]) => !/ 20\b/.test(name)))("%s by itself", (_, node) => {
  it.skipIf(!existsSync(node))("takes types away, and knows no decorators", () => {
    const server = 'import { tool } from "@plainmcp/core";\nexport class Weather {\n  @tool\n  now(a: string) {}\n}\n';
    const cwd = sourceProject({ "weather.ts": server });
    const { stderr } = spawnSync(node, ["--experimental-strip-types", "weather.ts"], { cwd, encoding: "utf8" });
    expect(stderr).toMatch(/@tool[\s\S]*SyntaxError: Invalid or unexpected token/);
  });
});

it("register says what to do about await in a CommonJS module", () => {
  const folder = sourceProject({
    "package.json": '{ "type": "commonjs" }',
    "main.ts": "const a: number = 1;\n  await a;\n",
  });
  const { status, stderr } = run(process.execPath, folder);
  expect(status).toBe(1);
  expect(stderr).toContain(`${join(folder, "main.ts")}:2:3: only an ES module can use top-level await. Set`);
});

it("register leaves errors of imports to Node", () => {
  const folder = sourceProject({ ...FILES, "main.ts": `import "./gone.js";\n${FILES["main.ts"]}` });
  const { status, stdout, stderr } = run(process.execPath, folder);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toContain("ERR_MODULE_NOT_FOUND");
  expect(stderr).toContain(join(folder, "gone.js"));
});
