import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { ROOT } from "./support/serve.js";
import { sourceProject } from "./support/source-project.js";

const SERVER = `
  import { tool } from "@plainmcp/core";
  export class Server {
    /** One. */
    @tool
    one(value: string): void {}
  }`;

/** Compiles, and says with which generator, and whether TypeScript was loaded for it. */
const SCRIPT = `
  import { createRequire } from "node:module";
  const { compile, injectManifest } = await import(process.argv[1]);
  const { readFileSync } = await import("node:fs");
  const compilation = compile({ files: ["server.ts"] });
  const code = injectManifest(readFileSync("server.ts", "utf8"), "server.ts", compilation);
  const loaded = Object.keys(createRequire(process.argv[1]).cache).some((path) => path.includes("typescript"));
  console.log(JSON.stringify({ generator: compilation.manifest.generator, code, loaded }));`;

function compile(compiler: string, cwd: string): { generator: string; code: string; loaded: boolean } {
  const address = pathToFileURL(join(compiler, "dist/index.js")).href;
  const env = { ...process.env, PLAINMCP_CACHE: "" };
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", SCRIPT, address], { cwd, env });
  return JSON.parse(output.toString());
}

it("an unchanged build loads no TypeScript, until the compiler changes", () => {
  const folder = sourceProject({ "server.ts": SERVER, "node_modules/.keep": "" });
  const ours = join(ROOT, "packages/compiler");
  const first = compile(ours, folder);
  expect(first).toMatchObject({ loaded: true, code: expect.stringContaining("registerManifest(Server, '{") });
  expect(compile(ours, folder)).toEqual({ ...first, loaded: false });

  const other = otherVersion(ours);
  expect(compile(other, folder)).toMatchObject({ loaded: true, generator: "@plainmcp/compiler@99.0.0" });
  expect(compile(other, folder)).toMatchObject({ loaded: false, generator: "@plainmcp/compiler@99.0.0" });
});

/** The compiler as if it had been updated. */
function otherVersion(compiler: string): string {
  const folder = mkdtempSync(join(ROOT, "test/fixtures/compiler-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "dist"));
  cpSync(join(compiler, "dist"), join(folder, "dist"), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(compiler, "node_modules"), join(folder, "node_modules"));
  const manifest = JSON.parse(readFileSync(join(compiler, "package.json"), "utf8"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...manifest, version: "99.0.0" }));
  return folder;
}
