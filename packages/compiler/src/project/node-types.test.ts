import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { CachedCompiler } from "../cache/cached-compiler.js";
import { CASES } from "../cases.fixture.js";
import type { Compilation, CompileOptions } from "../compile.js";
import { compileProject } from "../compile-project.js";
import { temporaryProject } from "../temporary-project.fixture.js";
import { ts } from "../typescript.js";
import { mentionsNode } from "./may-use-node.js";
import { ProjectLoader } from "./project-loader.js";

const TYPE_ROOTS = [fileURLToPath(new URL("../../../../node_modules/@types", import.meta.url))];
const OPTIONS = { module: "nodenext", strict: true, types: ["node"], typeRoots: TYPE_ROOTS, lib: ["es2023"] };

const SERVER = `
  import { tool } from "@plainmcp/core";
  export class Server {
    /** One. */
    @tool
    one(value: string): string { return value; }
  }`;

function createProject(changes: Readonly<Record<string, string>> = {}, options: object = {}): string {
  const { folder } = temporaryProject({
    "package.json": '{ "name": "project", "version": "1.0.0", "type": "module" }',
    "tsconfig.json": JSON.stringify({ include: ["."], compilerOptions: { ...OPTIONS, ...options } }),
    "node_modules/dependency/package.json": '{ "name": "dependency", "version": "1.0.0", "types": "index.d.ts" }',
    "node_modules/dependency/index.d.ts": "export type Any = unknown;\n",
    "server.ts": SERVER,
    ...changes,
  });
  return folder;
}

function hasAllTypes(folder: string): boolean {
  return new ProjectLoader({ files: [join(folder, "server.ts")] }).load().hasAllTypes;
}

function withAllTypes(options: CompileOptions): Compilation {
  const loader = new ProjectLoader(options);
  loader.readNodeTypes();
  return compileProject(loader.load(), "all");
}

describe("the declarations of Node are left out", () => {
  it("where nothing says that they are needed", () => {
    expect(hasAllTypes(createProject())).toBe(false);
  });

  it("of cases that have the same manifest with them", () => {
    const files = CASES.filter(({ directory, isPlain }) => {
      const names = readdirSync(directory).filter((name) => /\.[cm]?[jt]sx?$/.test(name));
      const text = names.map((name) => readFileSync(join(directory, name), "utf8")).join("\n");
      const isRight = existsSync(join(directory, "manifest.json")) && !existsSync(join(directory, "diagnostics.txt"));
      return isPlain && isRight && names.every((name) => /(?<!\.d)\.ts$/.test(name)) && !mentionsNode(text);
    }).map(({ input }) => input);
    expect(files.length).toBeGreaterThan(60);
    // Among the cases are files of declarations, which their own tsconfig includes.
    const tsconfig = join(createProject({}, { lib: ["es2023", "esnext.decorators"] }), "tsconfig.json");
    const project = new ProjectLoader({ files, tsconfig }).load();
    expect(project.hasAllTypes).toBe(false);
    expect(compileProject(project, "all")).toEqual(withAllTypes({ files, tsconfig }));
  }, 60_000);

  it("though core names one of their types", () => {
    const core = fileURLToPath(import.meta.resolve("@plainmcp/core")).replace(/\.js$/, ".d.ts");
    const program = ts.createProgram([core], {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      lib: ["lib.es2023.d.ts", "lib.esnext.decorators.d.ts"],
      types: [],
      strict: true,
      noEmit: true,
    });
    const files = program.getSourceFiles().filter((file) => !program.isSourceFileDefaultLibrary(file));
    const missing = files.flatMap((file) =>
      program.getSemanticDiagnostics(file).map(({ start = 0, length = 0 }) => file.text.slice(start, start + length)),
    );
    expect([...new Set(missing)]).toEqual(["AbortSignal"]);
  });
});

describe("the declarations of Node are read", () => {
  it.each<[string, string]>([
    ["Buffer", SERVER.replace("value: string)", "value: Buffer)").replace("return value", 'return ""')],
    ["console", SERVER.replace("return value", "console.log(value); return value")],
    ["a module", `import { sep } from "node:path";\n${SERVER.replace("return value", "return sep")}`],
    ["globalThis", `type Has = typeof globalThis extends { Buffer: unknown } ? 1 : 2;\n${SERVER}`],
    ["import.meta", SERVER.replace("return value", "return import.meta.url")],
    ["what is declared for all", `declare global { interface Buffer { mine: 1 } }\n${SERVER}`],
    ["errors that are passed over", SERVER.replace("value: string)", "value: string) // @ts-ignore\n")],
    ["the signal of a call", `type Signal = import("@plainmcp/core").Context["signal"];\n${SERVER}`],
    ["a package", `import type { Any } from "dependency";\n${SERVER}`],
    ["a JavaScript file", `import "./other.js";\n${SERVER}`],
    ["a script", `/// <reference path="./script.ts" />\n${SERVER}`],
  ])("because of %s", (_, text) => {
    const others = { "other.js": "export {};\n", "script.ts": "type Known = 1;\n" };
    expect(
      hasAllTypes(createProject({ "server.ts": text, ...others }, { allowJs: true, moduleDetection: "legacy" })),
    ).toBe(true);
  });

  it.each<[string, object]>([
    ["the declarations of browsers", { lib: ["es2023", "dom"] }],
    ["other options of null", { strict: false }],
  ])("because of %s", (_, options) => {
    expect(hasAllTypes(createProject({}, options))).toBe(true);
  });

  it("because of a file of declarations", () => {
    expect(hasAllTypes(createProject({ "globals.d.ts": "interface Buffer { mine: 1 }\n" }))).toBe(true);
  });

  it("when anything is wrong without them", () => {
    const folder = createProject({ "server.ts": SERVER.replace("value: string)", "value: string, to: EventTarget)") });
    const file = join(folder, "server.ts");
    expect(hasAllTypes(folder)).toBe(false);
    const compilation = new CachedCompiler({ files: [file] }).compile();
    expect(compilation).toEqual(withAllTypes({ files: [file] }));
    expect(compilation.diagnostics).toMatchObject([{ code: expect.stringMatching(/^PLAIN/) }]);
  });

  it("when they are not installed, which is an error", () => {
    const folder = createProject({}, { typeRoots: ["./none"] });
    const { diagnostics } = new CachedCompiler({ files: [join(folder, "server.ts")] }).compile();
    expect(diagnostics).toMatchObject([{ code: "TS2688" }]);
  });
});
