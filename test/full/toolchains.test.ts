import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NODES } from "../support/nodes.js";
import { PLAINMCP, ROOT } from "../support/serve.js";
import { type Project, TOOLCHAINS } from "../support/toolchains.js";

const DIALECTS = ["standard", "legacy"] as const;

/** What runs TypeScript from its source, and the flags of `node` for it. */
const RUNNERS = [
  { name: "tsx", flags: ["--import", "tsx"], needsManifest: true },
  { name: "register", flags: ["--import", "@plainmcp/compiler/register"], needsManifest: false },
] as const;

const NAMES = [...TOOLCHAINS, ...RUNNERS].flatMap(({ name }) => DIALECTS.map((dialect) => `${name}, ${dialect}`));

// Inside the repository, so that the compiled modules find our packages.
const root = mkdtempSync(join(ROOT, "test/fixtures/compiled-"));
const manifests: Record<string, unknown> = {};
const results: Record<string, Record<string, unknown>> = {};

beforeAll(async () => {
  writeFileSync(join(root, "package.json"), '{ "name": "decorated", "version": "1.2.3", "type": "module" }');
  mkdirSync(join(root, "out"));
  const built: Server[] = [];
  const unbuilt: (Server & { flags: readonly string[]; folder: string })[] = [];
  for (const dialect of DIALECTS) {
    const project = createProject(dialect);
    const manifest = join(project.folder, "manifest.json");
    const source = join(project.folder, "server.ts");
    execFileSync(process.execPath, [PLAINMCP, "manifest", source, "--out", manifest]);
    manifests[dialect] = JSON.parse(readFileSync(manifest, "utf8"));
    for (const { name, build, needsManifest } of TOOLCHAINS) {
      const module = join(root, "out", `${name.replace(" ", "-")}-${dialect}.mjs`);
      await build(project, module);
      built.push({ name: `${name}, ${dialect}`, module, ...(needsManifest && { manifest }) });
    }
    for (const { name, flags, needsManifest } of RUNNERS) {
      const server = { name: `${name}, ${dialect}`, module: source, ...(needsManifest && { manifest }) };
      unbuilt.push({ ...server, flags, folder: project.folder });
    }
  }
  for (const [name, node] of Object.entries(NODES).filter(([, path]) => existsSync(path))) {
    results[name] = ask(node, root, [], built);
    for (const { flags, folder, ...server } of unbuilt)
      Object.assign(results[name], ask(node, folder, flags, [server]));
  }
}, 300_000);

afterAll(() => rmSync(root, { recursive: true }));

/** Every way to write a decorator, in bases and mixins of other files too, in both dialects, through every toolchain. */
describe.each(Object.entries(NODES))("%s", (node, path) => {
  it.skipIf(!existsSync(path)).each(NAMES)("%s", (name) => {
    const [, dialect = ""] = name.split(", ");
    const reference = results[Object.keys(NODES)[0] as string]?.["tsc 7.0, standard"] as { contract?: unknown };
    expect(results[node]?.[name]).toEqual({
      manifest: manifests[dialect],
      contract: reference.contract,
      answers: {
        tools: ["rate", "first", "counted", "bare", "called", "with-options", "under", "above"],
        bare: "12",
        called: "#x",
        "with-options": "a b",
        under: "logged x",
        above: "logged x",
        first: "one",
        rate: "****",
        counted: "2",
        "item://1": "two",
        more: "More?",
      },
    });
  });
});

it("both dialects compile to one manifest", () => {
  const [standard, legacy] = DIALECTS.map((dialect) => JSON.stringify(manifests[dialect]));
  expect(legacy).toBe(standard?.replaceAll("standard/server.ts", "legacy/server.ts"));
});

/** A module whose default export is served. */
interface Server {
  readonly name: string;
  readonly module: string;
  /** The manifest to serve it by. @default the one that was registered for it */
  readonly manifest?: string;
}

function createProject(dialect: (typeof DIALECTS)[number]): Project {
  const folder = join(root, dialect);
  cpSync(join(ROOT, "test/fixtures/decorated"), folder, { recursive: true });
  const isLegacy = dialect === "legacy";
  const compilerOptions = {
    target: "es2022",
    module: "nodenext",
    lib: ["es2023", "esnext.decorators"],
    types: ["node"],
    strict: true,
    skipLibCheck: true,
    experimentalDecorators: isLegacy,
    emitDecoratorMetadata: isLegacy,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  return { folder, isLegacy };
}

/** What the servers say, by their names. */
function ask(node: string, cwd: string, flags: readonly string[], servers: readonly Server[]): Record<string, unknown> {
  const script = join(ROOT, "test/support/answers.mjs");
  return JSON.parse(execFileSync(node, [...flags, script, JSON.stringify(servers)], { cwd, encoding: "utf8" }));
}
