import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { ROOT } from "./support/serve.js";

/** Which of our packages each package may import. No other arrow exists. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  "transport-stdio": ["@plainmcp/core"],
  "transport-http": ["@plainmcp/core"],
  compiler: ["@plainmcp/core"],
  cli: ["@plainmcp/core", "@plainmcp/compiler", "@plainmcp/transport-stdio", "@plainmcp/transport-http"],
};

/** The only files of a package that may import a module of this name. */
const ONLY: readonly { readonly module: RegExp; readonly files: readonly RegExp[] }[] = [
  { module: /^@typescript\/|^typescript$/, files: [/^compiler\/src\/typescript\/typescript\.ts$/] },
  {
    module: /^@modelcontextprotocol\//,
    files: [/^(?:core|transport-stdio|transport-http)\/src\/(?:.*\/)?sdk\//],
  },
  { module: /^esbuild$/, files: [/^cli\/src\//, /^compiler\/src\/plugin\/to-javascript\.ts$/] },
];

const packages = readdirSync(join(ROOT, "packages"));

describe("boundaries", () => {
  it("are drawn for every package", () => {
    expect(packages.sort()).toEqual(Object.keys(ARROWS).sort());
  });

  it.each(packages)("%s imports what it may, and what its package.json says", async (name) => {
    const manifest = JSON.parse(readFileSync(join(ROOT, "packages", name, "package.json"), "utf8"));
    const declared = new Set(Object.keys(manifest.dependencies ?? {}));
    const wrong: string[] = [];
    for (const { file, module } of await imports(name)) {
      const owner = packageOf(module);
      const ours = /^@?plainmcp(?:\/|$)/.test(owner);
      if (ours && !ARROWS[name]?.includes(owner)) wrong.push(`${file} imports ${module}: no such arrow`);
      if (!builtinModules.includes(owner) && !declared.has(owner)) wrong.push(`${file} imports ${module}: undeclared`);
      const only = ONLY.find((rule) => rule.module.test(module));
      if (only && !only.files.some((allowed) => allowed.test(file)))
        wrong.push(`${file} imports ${module}: not its place`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(packages)("%s has no circle between its folders", (name) => {
    expect(circleIn(folderArrows(name))).toBeUndefined();
  });

  it.each([
    "@plainmcp/core",
    "@plainmcp/core/internal/engine",
    "@plainmcp/core/internal/register",
    "@plainmcp/transport-stdio",
  ])("keep the SDK out of %s", async (entry) => {
    expect(await inputsOf(entry)).not.toContainEqual(expect.stringMatching(/modelcontextprotocol/));
  });

  it.each(["@plainmcp/core", "@plainmcp/core/internal/sdk", "@plainmcp/core/skills", "@plainmcp/transport-http"])(
    "keep Node's modules and TypeScript out of %s, so that it runs on Workers",
    async (entry) => {
      const inputs = await inputsOf(entry);
      expect(inputs).not.toContainEqual(expect.stringMatching(/^node:|typescript/));
      expect(inputs.length).toBeGreaterThan(3);
    },
  );

  it("can be bundled for Workers without Node's modules, with all that is loaded later", async () => {
    const contents = 'export * from "@plainmcp/core"; export * from "@plainmcp/transport-http";';
    const { metafile } = await build({
      stdin: { contents, resolveDir: join(ROOT, "test") },
      ...{ bundle: true, write: false, metafile: true, format: "esm", platform: "browser", conditions: ["workerd"] },
    });
    const [output] = Object.values(metafile.outputs);
    expect(output?.imports).toEqual([]);
    expect(Object.keys(output?.inputs ?? {})).toContainEqual(expect.stringMatching(/core\/dist\/fetch-for-call/));
  });

  it("keep TypeScript out of every run time", async () => {
    for (const entry of ["@plainmcp/transport-stdio", "@plainmcp/transport-http/node"]) {
      expect(await inputsOf(entry)).not.toContainEqual(expect.stringMatching(/typescript/));
    }
  });
});

/**
 * Which folder in the source of a package imports which, types included, with the files behind each arrow. A file beside
 * the folders is a folder by itself.
 */
function folderArrows(name: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const source = join(ROOT, "packages", name, "src");
  const arrows = new Map<string, Map<string, string>>();
  for (const file of readdirSync(source, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts") || /\.(?:test|fixture)\.ts$/.test(file)) continue;
    const text = readFileSync(join(source, file), "utf8");
    for (const [, specifier = ""] of text.matchAll(/(?:\bfrom|\bimport\()\s*"(\.[^"]+)"/g)) {
      const [from, to] = [folderOf(file), folderOf(join(dirname(file), specifier))];
      const folder = arrows.get(from) ?? new Map<string, string>();
      arrows.set(from, folder);
      if (from !== to) folder.set(to, `${file} imports ${specifier}`);
    }
  }
  return arrows;
}

function folderOf(file: string): string {
  return file.includes("/") ? (file.split("/", 1)[0] as string) : file.replace(/\.[jt]s$/, "");
}

/** The imports that lead from a folder back to itself, if there is one. */
function circleIn(arrows: ReadonlyMap<string, ReadonlyMap<string, string>>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (folder: string, way: readonly string[], imports: readonly string[]): readonly string[] | undefined => {
    if (way.includes(folder)) return imports.slice(way.indexOf(folder));
    if (done.has(folder)) return undefined;
    for (const [next, why] of arrows.get(folder) ?? []) {
      const circle = visit(next, [...way, folder], [...imports, why]);
      if (circle !== undefined) return circle;
    }
    done.add(folder);
    return undefined;
  };
  for (const folder of arrows.keys()) {
    const circle = visit(folder, [], []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

/** What the source files of a package import from outside of it, as values. */
async function imports(name: string): Promise<{ file: string; module: string }[]> {
  const source = join(ROOT, "packages", name, "src");
  const files = readdirSync(source, { recursive: true, encoding: "utf8" });
  const { metafile } = await build({
    entryPoints: files.filter((file) => file.endsWith(".ts") && !/\.(?:test|fixture)\.ts$/.test(file)),
    absWorkingDir: source,
    outdir: "out",
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  return Object.entries(metafile.inputs).flatMap(([file, { imports }]) =>
    imports.filter((found) => found.external).map((found) => ({ file: `${name}/src/${file}`, module: found.path })),
  );
}

function packageOf(module: string): string {
  const bare = module.replace(/^node:/, "");
  return bare.startsWith("@") ? bare.split("/", 2).join("/") : (bare.split("/", 1)[0] as string);
}

/** Everything that a bundle of the entry holds, without what is loaded only when it is needed. */
async function inputsOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents: `export * from ${JSON.stringify(entry)};`, resolveDir: join(ROOT, "test") },
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    splitting: true,
    outdir: "out",
  });
  const main = Object.values(metafile.outputs).find((output) => output.entryPoint === "<stdin>");
  const reached = new Set<string>();
  const visit = (output: NonNullable<typeof main>): void => {
    for (const input of Object.keys(output.inputs)) reached.add(input);
    for (const { path, kind, external } of output.imports) {
      const next = metafile.outputs[path];
      if (external) reached.add(path);
      else if (kind !== "dynamic-import" && next) visit(next);
    }
  };
  if (main) visit(main);
  return [...reached];
}
