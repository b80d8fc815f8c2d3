import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hash } from "../cache/disk-answers.js";
import { type TemporaryProject, temporaryProject } from "../fixtures/temporary-project.fixture.js";
import { CachedCompiler } from "./cached-compiler.js";

const FILES = {
  "package.json": '{ "name": "project", "version": "1.0.0", "type": "module" }',
  "tsconfig.json": '{ "extends": "./base.json", "include": ["src"] }',
  "base.json": '{ "compilerOptions": { "module": "nodenext", "strict": true, "types": [], "lib": ["es2023"] } }',
  "node_modules/dependency/package.json": '{ "name": "dependency", "version": "1.0.0", "types": "index.d.ts" }',
  "node_modules/dependency/index.d.ts": "export interface Far { far: 1 }\n",
  "src/server.ts": `
    import { tool } from "@plainmcp/core";
    import type { Near } from "./near.js";
    export class Server {
      /** One. */
      @tool({ ui: { file: "page.html" } })
      one(value: Near): void {}
    }`,
  "src/page.html": "<p>One</p>\n",
  "src/near.ts": `
    import type { Far } from "dependency";
    import type { Declared } from "./declared.js";
    export interface Near { near: 1; far: Far; declared: Declared }`,
  "src/declared.d.ts": "export interface Declared { declared: 1 }\n",
};

let project: TemporaryProject;

beforeEach(() => {
  project = temporaryProject(FILES);
  vi.stubEnv("PLAINMCP_CACHE", "");
});

afterEach(() => vi.unstubAllEnvs());

function createCompiler(): CachedCompiler {
  return new CachedCompiler({ files: [join(project.folder, "src/server.ts")] });
}

/** What a new process would get. */
function compile() {
  return createCompiler().compile();
}

const cacheFolder = () => join(project.folder, "node_modules/.cache/plainmcp");

function cacheFile(): string {
  const [name = "", ...others] = readdirSync(cacheFolder());
  expect(others).toEqual([]);
  return join(cacheFolder(), name);
}

/** Whether a compilation came from the disk. Otherwise it is written there as a new file. */
function isHit(): boolean {
  const before = statSync(cacheFile()).ino;
  // Put another file in its place, or the file system might give the next file the same inode number.
  writeFileSync(join(project.folder, "placeholder"), "");
  const { diagnostics } = compile();
  expect(diagnostics).toEqual([]);
  return statSync(cacheFile()).ino === before;
}

function schema(compilation = compile()): string {
  return JSON.stringify(compilation.manifest.classes[0]?.tools[0]?.inputSchema);
}

describe("the cache", () => {
  it("returns the compilation until something changes", () => {
    const compiled = compile();
    expect(compiled.diagnostics).toEqual([]);
    expect(isHit()).toBe(true);
    expect(compile()).toEqual(compiled);
  });

  it.each<[string, string, string | undefined]>([
    ["a transitive import", "src/near.ts", FILES["src/near.ts"].replace("near: 1", "near: 2")],
    ["a file that shadows a declaration file", "src/declared.ts", "export interface Declared { declared: 2 }\n"],
    ["a page", "src/page.html", "<p>Two</p>\n"],
    ["the tsconfig", "tsconfig.json", '{ "extends": "./base.json", "include": ["src"], "compilerOptions": {} }'],
    ["a tsconfig that it extends", "base.json", FILES["base.json"].replace("es2023", "es2022")],
    ["a nearer tsconfig", "src/tsconfig.json", '{ "extends": "../base.json" }'],
    ["a dependency's declarations", "node_modules/dependency/index.d.ts", "export interface Far { far: 22 }\n"],
    [
      "a dependency's version",
      "node_modules/dependency/package.json",
      FILES["node_modules/dependency/package.json"].replace("1.0.0", "1.0.1"),
    ],
    ["a new file of globals", "src/globals.d.ts", "declare const VERSION: string;\n"],
    ["the package's own version", "package.json", FILES["package.json"].replace("1.0.0", "2.0.0")],
    ["a new entry file's content", "src/server.ts", FILES["src/server.ts"].replace("One.", "Two.")],
  ])("compiles again after a change of %s", (_, name, content) => {
    compile();
    project.write(name, content);
    expect(isHit()).toBe(false);
    expect(isHit()).toBe(true);
  });

  it("has the page in the manifest and among the dependencies", () => {
    const [compiled] = compile().classes;
    expect(compiled?.manifest.classes[0]?.tools[0]?.ui).toEqual({ uri: "ui://server/one", html: "<p>One</p>\n" });
    expect(compiled?.dependencies).toContain(join(project.folder, "src/page.html").replaceAll("\\", "/"));
  });

  it("notices a dependency with the same size and another time", () => {
    compile();
    project.write("node_modules/dependency/index.d.ts", "export interface Far { far: 3 }\n");
    utimesSync(join(project.folder, "node_modules/dependency/index.d.ts"), 1, 1);
    expect(schema()).toContain('"far":{"type":"integer","const":3}');
  });

  it("notices a new dependency that is nearer", () => {
    compile();
    project.write("src/node_modules/dependency/package.json", FILES["node_modules/dependency/package.json"]);
    project.write("src/node_modules/dependency/index.d.ts", "export interface Far { far: 3 }\n");
    expect(schema()).toContain('"far":{"type":"integer","const":3}');
    expect(readdirSync(join(project.folder, "src/node_modules/.cache/plainmcp"))).toHaveLength(1);
  });

  it("ignores changes to unrelated files", () => {
    compile();
    project.write("src/other.ts", "export const other = 1;\n");
    project.write("README.md", "Read me.\n");
    project.write("src/near.js", "");
    expect(isHit()).toBe(true);
  });

  it.each<[string, (text: string) => string]>([
    ["was cut off", (text) => text.slice(0, text.length / 2)],
    ["is empty", () => ""],
    [
      "is of another compiler",
      (text) => `${hash(`other\n${text.slice(text.indexOf("\n") + 1)}`)}${text.slice(text.indexOf("\n"))}`,
    ],
    ["was changed by hand", (text) => text.replace("One.", "Two.")],
  ])("ignores an entry that %s", (_, change) => {
    const compiled = compile();
    writeFileSync(cacheFile(), change(readFileSync(cacheFile(), "utf8")));
    expect(isHit()).toBe(false);
    expect(compile()).toEqual(compiled);
  });

  it("keeps diagnostics as well", () => {
    project.write("src/server.ts", FILES["src/server.ts"].replace("value: Near", "value: symbol"));
    const first = compile();
    expect(first.diagnostics).toMatchObject([{ severity: "error" }]);
    expect(compile()).toEqual(first);
  });

  it("writes nothing if it is off", () => {
    vi.stubEnv("PLAINMCP_CACHE", "off");
    compile();
    expect(() => readdirSync(cacheFolder())).toThrow("ENOENT");
  });

  it("works if the cache cannot be written", () => {
    writeFileSync(join(project.folder, "node_modules/.cache"), "not a folder");
    expect(compile().diagnostics).toEqual([]);
    expect(schema()).toContain("near");
  });

  it("does not create node_modules, which would change how imports are resolved", () => {
    project.write("package/package.json", "{}");
    mkdirSync(join(project.folder, "package/src"));
    project.write("package/src/server.ts", FILES["src/server.ts"].replace(/.*near\.js.*/, "type Near = 1;"));
    new CachedCompiler({ files: [join(project.folder, "package/src/server.ts")] }).compile();
    expect(readdirSync(join(project.folder, "package"))).toEqual(["package.json", "src"]);
    expect(readdirSync(cacheFolder())).toHaveLength(1);
  });
});

describe("a compiler that is reused", () => {
  beforeEach(() => vi.stubEnv("PLAINMCP_CACHE", "off"));

  it("returns the same object until something changes", () => {
    const compiler = createCompiler();
    const first = compiler.compile();
    expect(compiler.compile()).toBe(first);
  });

  it("follows every edit as a new one would", () => {
    const compiler = createCompiler();
    compiler.compile();
    const edits: [string, string | undefined][] = [
      ["src/near.ts", FILES["src/near.ts"].replace("near: 1", "near: 2")],
      ["src/declared.ts", "export interface Declared { declared: 2 }\n"],
      ["src/declared.ts", "export interface Declared { declared: 3 }\n"],
      ["src/declared.ts", undefined],
      ["node_modules/dependency/index.d.ts", "export interface Far { far: 44 }\n"],
      ["src/near.ts", "export interface Near { near: 5 }\n"],
      ["src/page.html", "<p>Two</p>\n"],
      ["src/page.html", undefined],
      ["src/page.html", "<p>Three</p>\n"],
      ["src/globals.d.ts", "interface Near { global: 1 }\n"],
      ["src/server.ts", FILES["src/server.ts"].replace(/.*near\.js.*/, "")],
      ["base.json", FILES["base.json"].replace('"strict": true', '"strict": false')],
      ["src/globals.d.ts", "interface Near { global: string | null }\n"],
    ];
    for (const [name, content] of edits) {
      project.write(name, content);
      const compiled = compiler.compile();
      expect([name, compiled]).toEqual([name, compile()]);
      expect(compiler.compile()).toBe(compiled);
    }
  });

  it("does not depend on a file that it no longer reads", () => {
    const compiler = createCompiler();
    compiler.compile();
    project.write("src/server.ts", FILES["src/server.ts"].replace(/.*near\.js.*/, "type Near = 1;"));
    compiler.compile();
    project.write("src/near.ts", "");
    const compiled = compiler.compile();
    expect(compiler.compile()).toBe(compiled);
  });
});
