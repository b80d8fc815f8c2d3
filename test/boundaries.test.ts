import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
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
    files: [
      /^core\/src\/(?:engine|skills)\//,
      /^core\/src\/validation\/ajv-validator\.ts$/,
      /^transport-(?:stdio|http)\/src\//,
    ],
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

  it("keep the SDK out of what user code imports", async () => {
    expect(await inputsOf("@plainmcp/core")).not.toContainEqual(expect.stringMatching(/modelcontextprotocol/));
    expect(await inputsOf("@plainmcp/core/internal/register")).not.toContainEqual(
      expect.stringMatching(/modelcontextprotocol/),
    );
  });

  it.each(["@plainmcp/core", "@plainmcp/core/internal/engine", "@plainmcp/core/skills", "@plainmcp/transport-http"])(
    "keep Node's modules and TypeScript out of %s, so that it runs on Workers",
    async (entry) => {
      const inputs = await inputsOf(entry);
      expect(inputs).not.toContainEqual(expect.stringMatching(/^node:|typescript/));
      expect(inputs.length).toBeGreaterThan(3);
    },
  );

  it("keep TypeScript out of every run time", async () => {
    for (const entry of ["@plainmcp/transport-stdio", "@plainmcp/transport-http/node"]) {
      expect(await inputsOf(entry)).not.toContainEqual(expect.stringMatching(/typescript/));
    }
  });
});

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
