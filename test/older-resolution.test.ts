import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { PLAINMCP, ROOT } from "./support/serve.js";
import { sourceProject } from "./support/source-project.js";

const TSC = join(dirname(createRequire(import.meta.url).resolve("typescript-5.9/package.json")), "bin/tsc");

/** How Nest 10 and the presets of older Nx compile. */
const compilerOptions = {
  module: "commonjs",
  moduleResolution: "node",
  target: "es2021",
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  strict: true,
  skipLibCheck: true,
  resolveJsonModule: true,
  types: ["node"],
  outDir: "dist",
};

const SERVER = `import { tool } from "@plainmcp/core";
import { createSkills } from "@plainmcp/core/skills";

export default class Greeter {
  readonly skills = createSkills({});
  /** Says hello. */
  @tool
  hello(name: string): string {
    return "Hello, " + name;
  }
}
`;

describe("moduleResolution node", () => {
  it("finds every entry point with TypeScript 5.9, and CommonJS can require it", () => {
    const entries = readdirSync(join(ROOT, "packages")).flatMap(entriesOf);
    const imports = entries.map((entry, index) => `import * as entry${index} from ${JSON.stringify(entry)};`);
    const uses = entries.map((entry, index) => `console.log(${JSON.stringify(entry)}, typeof entry${index});`);
    const folder = olderProject({ "main.ts": [...imports, ...uses, ""].join("\n") });
    expect(run(folder, TSC)).toEqual({ status: 0, output: "" });
    const output = entries.map((entry) => `${entry} object\n`).join("");
    expect(run(folder, "dist/main.js")).toEqual({ status: 0, output });
  });

  it("is enough for the compiler, which needs no helpers either", () => {
    const options = { ...compilerOptions, importHelpers: true };
    const folder = olderProject({ "server.ts": SERVER, "tsconfig.json": JSON.stringify({ compilerOptions: options }) });
    const { status, output } = run(folder, PLAINMCP, "manifest", "server.ts");
    expect(status, output).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ classes: [{ tools: [{ name: "hello" }] }] });
  });
});

/** What can be imported of one of our packages. */
function entriesOf(name: string): string[] {
  const manifest = JSON.parse(readFileSync(join(ROOT, "packages", name, "package.json"), "utf8"));
  const paths = Object.keys(manifest.exports).filter((path) => path !== "./package.json");
  return paths.map((path) => `${manifest.name}${path.slice(1)}`);
}

function olderProject(files: Readonly<Record<string, string>>): string {
  return sourceProject({
    "package.json": '{ "name": "older", "version": "1.0.0" }',
    "tsconfig.json": JSON.stringify({ compilerOptions }),
    ...files,
  });
}

function run(cwd: string, script: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd, encoding: "utf8" });
  return { status, output: stdout + stderr };
}
