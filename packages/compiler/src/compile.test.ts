import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CachedCompiler } from "./cache/cached-compiler.js";
import { compile } from "./compile.js";
import type { SchemaSize } from "./schema-size.js";
import { temporaryProject } from "./temporary-project.fixture.js";

const cases = fileURLToPath(new URL("../cases/", import.meta.url));

describe("compile", () => {
  it("names the exports of the entry files that serve a class", () => {
    const file = join(cases, "several-classes", "input.ts");
    const { classes } = compile({ files: [file] });
    const exports = Object.fromEntries(classes.map((one) => [one.name, one.exports.map(({ name }) => name)]));
    expect(exports).toEqual({
      First: ["default"],
      Second: ["Second", "default"],
      Hidden: [],
      Imported: ["Renamed", "default"],
      Other: [],
    });
    expect(classes.find(({ name }) => name === "Imported")).toMatchObject({
      file: join(cases, "several-classes", "imported.ts"),
      exports: [{ file }, { file }],
      manifest: { server: { name: "imported" }, classes: [{ class: "Imported", instructions: "Imported." }] },
    });
  });

  it("tells the exports that have to be constructed from instances", () => {
    const { folder } = temporaryProject({
      "server.ts": [
        'import { defineServer, tool } from "@plainmcp/core";',
        "class A { constructor(readonly key: string) {} /** Does. */ @tool a(): void {} }",
        "export { A as itself };",
        "export const other = A;",
        'export const instance = new A("k");',
        'export const server = defineServer([new A("k")]);',
        "export default [A];",
      ].join("\n"),
    });
    const { classes } = compile({ files: [join(folder, "server.ts")] });
    const exports = classes.flatMap((one) => one.exports.map(({ name, isConstructed }) => [name, isConstructed]));
    expect(Object.fromEntries(exports)).toEqual({
      itself: true,
      other: true,
      instance: false,
      server: false,
      default: true,
    });
  });

  it("puts the classes of the entry files first, in the order given", () => {
    const { classes } = compile({ cwd: cases, files: ["weather/input.ts", "anonymous-default/input.ts"] });
    expect(classes.map(({ name }) => name)).toEqual(["Weather", "default"]);
  });

  it("reports entry files that do not exist", () => {
    const { classes, diagnostics } = compile({ cwd: cases, files: ["nowhere.ts"] });
    expect(classes).toEqual([]);
    expect(diagnostics).toMatchObject([
      { code: "PLAIN1001", message: `There is no file ${join(cases, "nowhere.ts")}.` },
    ]);
  });

  it("reports a tsconfig that does not exist", () => {
    const { diagnostics } = compile({ cwd: cases, files: ["weather/input.ts"], tsconfig: "missing.json" });
    expect(diagnostics.map(({ code }) => code)).toContain("TS5083");
  });

  it("reports each problem once, though two classes inherit it", () => {
    const { diagnostics } = compile({ cwd: cases, files: ["no-description/input.ts", "no-description/input.ts"] });
    expect(diagnostics.map(({ line }) => line)).toEqual([4, 8, 11, 16]);
  });
});

describe("compile outside of any project", () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "plainmcp-"));
    const core = join(directory, "node_modules", "@plainmcp", "core");
    mkdirSync(dirname(core), { recursive: true });
    symlinkSync(fileURLToPath(new URL("../../core/", import.meta.url)), core);
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  it("has strict defaults, and knows the platform without its type packages", () => {
    writeFileSync(
      join(directory, "server.mts"),
      `import { tool } from "@plainmcp/core";
       export class HTTPServer2Go {
         /** One. */
         @tool
         one(at: Date, link: URL | null, signal?: AbortSignal): void { console.log(link, fetch); }
         /** Two. */
         @tool
         two(text: string): Response { return new Response(text satisfies string | null); }
       }`,
    );
    const { manifest, diagnostics } = compile({ cwd: directory, files: ["server.mts"] });
    expect(diagnostics).toEqual([]);
    expect(manifest.server).toEqual({ name: "http-server2-go", version: "0.0.0" });
    expect(manifest.classes[0]?.tools[0]).toMatchObject({
      parameters: [{ name: "at" }, { name: "link" }, { inject: "signal" }],
      inputSchema: { properties: { link: { anyOf: [{ "x-ts": "URL" }, { type: "null" }] } } },
    });
    expect(manifest.classes[0]?.tools[1]).not.toHaveProperty("outputSchema");
  });
});

describe("a JavaScript entry", () => {
  const FILES = {
    "units.js": '/** @typedef {"c" | "f"} Unit */\nexport const UNITS = ["c", "f"];',
    "server.js": `
      import { tool } from "@plainmcp/core";
      import { UNITS } from "./units.js";
      /** @typedef {object} Place @property {string} name Name of it */
      export class Weather {
        /**
         * Reads.
         * @param {Place} place Where
         * @param {import("./units.js").Unit} [unit] How to show it
         * @returns {Promise<{ degrees: number, at: Date }>}
         */
        @tool
        async read(place, unit = "c") { return { degrees: UNITS.indexOf(unit), at: new Date() }; }
      }`,
  };

  it.each([
    ["without a tsconfig", {}],
    [
      "beside TypeScript",
      { "tsconfig.json": '{ "compilerOptions": { "module": "nodenext", "target": "es2022", "strict": true } }' },
    ],
  ])("is read with the types of its comments: %s", (_, files) => {
    const { folder } = temporaryProject({ ...FILES, ...files });
    const { manifest, diagnostics } = compile({ files: [join(folder, "server.js")] });
    expect(diagnostics).toEqual([]);
    expect(manifest.classes[0]?.tools[0]).toMatchObject({
      inputSchema: {
        properties: {
          place: { type: "object", properties: { name: { type: "string", description: "Name of it" } } },
          unit: { type: "string", enum: ["c", "f"], default: "c" },
        },
        required: ["place"],
      },
      outputSchema: { properties: { degrees: { type: "number" }, at: { type: "string", format: "date-time" } } },
    });
  });
});

describe("the types of Node.js", () => {
  const SERVER = `
    import { readdir } from "node:fs";
    import { tool } from "@plainmcp/core";
    export class Server {
      /** One. */
      @tool
      one(name: NodeJS.Platform, data: Buffer): string {
        readdir(".", (error, names) => console.log(error, names));
        return name + process.cwd() + data.length;
      }
    }`;
  const NODE_TYPES = {
    "node_modules/@types/node/package.json": '{ "name": "@types/node", "version": "20.0.0", "types": "index.d.ts" }',
    "node_modules/@types/node/index.d.ts": `
      declare var process: { cwd(): string };
      declare var console: { log(...values: unknown[]): void };
      interface Buffer extends Uint8Array {}
      declare namespace NodeJS { type Platform = "linux" | "win32"; }
      declare module "node:fs" {
        export function readdir(path: string, callback: (error: Error | null, names: string[]) => void): void;
      }`,
  };
  const tsconfig = (options: object) => ({
    "tsconfig.json": JSON.stringify({
      compilerOptions: { module: "nodenext", target: "es2022", strict: true, ...options },
    }),
  });
  const diagnose = (files: Readonly<Record<string, string>>) =>
    compile({ files: [join(temporaryProject({ "server.ts": SERVER, ...files }).folder, "server.ts")] }).diagnostics;

  it.each([
    ["without a tsconfig", {}, "Run: npm i -D @types/node"],
    ["with one", tsconfig({ lib: ["es2022"] }), "Run: npm i -D @types/node"],
    ["with one that asks for them", tsconfig({ types: ["node"] }), "Run: npm i -D @types/node"],
    ["in a project of Yarn's Plug'n'Play", { ".pnp.cjs": "" }, expect.stringMatching(/^Only Yarn/)],
    ["in a project of pnpm", { "pnpm-lock.yaml": "" }, "Run: pnpm add -D @types/node"],
    [
      "with one that asks for others only",
      tsconfig({ types: [] }),
      'Run: npm i -D @types/node, and add "node" to "types" in the tsconfig.',
    ],
    ["left out by a tsconfig", { ...NODE_TYPES, ...tsconfig({ types: [] }) }, 'Add "node" to "types" in the tsconfig.'],
  ])("are asked for once, at the first place: %s", (_, files, help) => {
    expect(diagnose(files)).toMatchObject([
      {
        code: "PLAIN1041",
        severity: "error",
        line: 2,
        message: expect.stringMatching(/^`node:fs`, `NodeJS`, `Buffer`/),
        help,
      },
    ]);
  });

  it("are asked for in JavaScript too, where a contract needs them", () => {
    const { folder } = temporaryProject({
      "server.js": `
        import { tool } from "@plainmcp/core";
        export class Server {
          /**
           * One.
           * @param {Buffer} data
           */
          @tool
          one(data) { return process.cwd() + data; }
        }`,
    });
    const { diagnostics } = compile({ files: [join(folder, "server.js")] });
    expect(diagnostics).toMatchObject([
      { code: "PLAIN1041", line: 6, message: expect.stringMatching(/^`Buffer` and `process` come/) },
    ]);
  });

  it.each([
    ["without a tsconfig", {}],
    ["with one of TypeScript 5, where they need no mention", tsconfig({ lib: ["es2022"] })],
    ["with one that asks for them", tsconfig({ types: ["node"] })],
  ])("are found where the file is: %s", (_, files) => {
    expect(diagnose({ ...NODE_TYPES, ...files })).toEqual([]);
  });
});

describe("compile in a project of several tsconfigs", () => {
  const FILES = {
    "tsconfig.json": '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }, { "path": "./server" }] }',
    "tsconfig.app.json": '{ "include": ["app"], "compilerOptions": { "composite": true, "strict": true } }',
    "server/tsconfig.json":
      '{ "compilerOptions": { "composite": true, "module": "nodenext", "lib": ["es2022"], "types": [], "experimentalDecorators": true } }',
    "server/main.ts": `
      import { tool } from "@plainmcp/core";
      export class Server {
        /** One. */
        @tool
        one(at: Date): void {}
      }`,
    "loose.ts": `export { Server } from "./server/main.js";`,
  };

  it("takes the one that includes the file", () => {
    const { folder } = temporaryProject(FILES);
    const { diagnostics, decorated } = compile({ cwd: folder, files: ["server/main.ts"] });
    expect(diagnostics).toEqual([]);
    expect(decorated.map(({ emitOptions }) => emitOptions)).toEqual([{ experimentalDecorators: true }]);
  });

  it("finds it from the one above, too", () => {
    const { folder } = temporaryProject(FILES);
    const { decorated } = compile({ cwd: folder, files: ["server/main.ts"], tsconfig: "tsconfig.json" });
    expect(decorated.map(({ emitOptions }) => emitOptions)).toEqual([{ experimentalDecorators: true }]);
  });

  it("lets decorators of each file become JavaScript by the file's own", () => {
    const { folder } = temporaryProject({
      ...FILES,
      "loose.ts": `${FILES["loose.ts"]}\nexport * from "./server/injected.js";\nexport class Plain { a(b: string): void {} }`,
      "server/injected.ts": `
        const inject = (...place: unknown[]): void => {};
        export class Injected { constructor(@inject a: string) {} }`,
    });
    const { decorated } = compile({ cwd: folder, files: ["loose.ts"] });
    expect(decorated).toEqual(
      ["server/main.ts", "server/injected.ts"].map((name) => {
        return { file: join(folder, name), emitOptions: { experimentalDecorators: true } };
      }),
    );
  });

  it("takes the nearest where none includes it", () => {
    const { folder } = temporaryProject(FILES);
    const { diagnostics } = compile({ cwd: folder, files: ["loose.ts"] });
    expect(diagnostics.map(({ code }) => code)).not.toContain("TS18002");
  });
});

describe("compile where the user's TypeScript is not known", () => {
  const FILES = {
    "server.ts": `
      import { tool } from "@plainmcp/core";
      import "./made-later.js";
      function up(text) { return String(text); }
      export class Server {
        /** One. @param id Its number */
        @tool
        one(id: number, extra: Extra): string { return up(new Map<number, string>().get(id)); }
      }
      declare const test: typeof describe;`,
  };

  it("says once what an error may come of", () => {
    const { folder } = temporaryProject({
      "tsconfig.json": '{ "compilerOptions": { "module": "nodenext" } }',
      ...FILES,
    });
    const { diagnostics } = compile({ cwd: folder, files: ["server.ts"] });
    expect(diagnostics.filter(({ code }) => code.startsWith("TS")).length).toBeGreaterThan(3);
    expect(diagnostics.flatMap(({ help = "" }) => (help.includes("your own TypeScript") ? [help] : []))).toEqual([
      'If your own TypeScript accepts this, install it here. Without it, "noUncheckedSideEffectImports" is taken as true, as TypeScript 6 does.',
    ]);
  });

  it.each([
    ["a tsconfig that leaves nothing open", { strict: true, types: [], noUncheckedSideEffectImports: true }, {}],
    ["a version that is installed", {}, { "node_modules/typescript/package.json": '{ "version": "6.0.3" }' }],
    ["an older version", {}, { "node_modules/typescript/package.json": '{ "version": "5.9.3" }' }],
  ])("says nothing beside %s", (_, options, files) => {
    const compilerOptions = { module: "nodenext", ...options };
    const { folder } = temporaryProject({ "tsconfig.json": JSON.stringify({ compilerOptions }), ...FILES, ...files });
    const { diagnostics } = compile({ cwd: folder, files: ["server.ts"] });
    expect(diagnostics.filter(({ help = "" }) => help.includes("your own TypeScript"))).toEqual([]);
  });
});

describe("compile in a workspace", () => {
  /** The packages as a package manager links them. */
  function createWorkspace(): string {
    const { folder, write } = temporaryProject({
      "app/package.json": '{ "name": "app", "version": "1.0.0", "type": "module" }',
      "app/server.ts": `
        import { tool } from "@plainmcp/core";
        import { ask, Base, Shared, type Item } from "@w/tools";
        export class Own extends Base {
          /** Own. @param item What */
          @tool
          own(item: Item, ctx: import("@plainmcp/core").Context): Promise<string> { return ask(ctx); }
        }
        export default [Own, Shared];`,
      "app/again.ts": 'export { Shared as default } from "@w/tools";',
      "tools/package.json": '{ "name": "@w/tools", "version": "2.0.0", "type": "module", "exports": "./index.ts" }',
      "tools/index.ts": `
        import { type Context, tool } from "@plainmcp/core";
        export interface Item { id: string }
        export abstract class Base {
          /** Inherited. */
          @tool
          inherited(): string { return "i"; }
        }
        /** Shared. */
        export class Shared {
          /** Says s. */
          @tool
          shared(): string { return "s"; }
        }
        export async function ask(ctx: Context): Promise<string> {
          const answer = await ctx.elicit<{ sure: boolean }>("Sure?");
          return answer.action;
        }`,
    });
    write("app/node_modules/@w/keep", "");
    symlinkSync(join(folder, "tools"), join(folder, "app/node_modules/@w/tools"));
    return folder;
  }

  it("takes its packages for the user's code", () => {
    const folder = createWorkspace();
    const { manifest, classes, diagnostics, sources, decorated } = compile({ cwd: folder, files: ["app/server.ts"] });
    expect(diagnostics).toEqual([]);
    expect(
      manifest.classes.map(({ class: name, file, tools, forms = [] }) => [name, file, tools, forms]),
    ).toMatchObject([
      ["Own", "server.ts", [{ name: "inherited" }, { name: "own" }], [{ message: ["Sure?"] }]],
      ["Shared", "index.ts", [{ name: "shared" }], [{ message: ["Sure?"] }]],
    ]);
    const names = ["app/server.ts", "tools/index.ts"].map((name) => join(folder, name));
    expect(sources).toEqual(names);
    expect(decorated.map(({ file }) => file)).toEqual(names);
    expect(classes.map(({ exports }) => exports.map(({ name }) => name))).toEqual([["Own", "default"], ["default"]]);
    expect(classes[0]?.dependencies).toEqual(expect.arrayContaining(names));
  });

  it("finds a class that is exported again", () => {
    const { classes, unserved } = compile({ cwd: createWorkspace(), files: ["app/again.ts"] });
    expect(classes.map(({ name, exports }) => [name, exports[0]?.name])).toEqual([["Shared", "default"]]);
    expect(unserved).toEqual([]);
  });

  it("notices edits in them", () => {
    const folder = createWorkspace();
    const compiler = new CachedCompiler({ cwd: folder, files: ["app/server.ts"] });
    const schemaOf = () => compiler.compile().manifest.classes[0]?.tools[1]?.inputSchema;
    expect(schemaOf()).toMatchObject({ properties: { item: { properties: { id: { type: "string" } } } } });
    const file = join(folder, "tools/index.ts");
    writeFileSync(file, readFileSync(file, "utf8").replace("id: string", "id: number"));
    expect(schemaOf()).toMatchObject({ properties: { item: { properties: { id: { type: "number" } } } } });
  });
});

describe("the size of schemas", () => {
  it("takes the limits of a tool's schemas as an option", () => {
    const { folder } = temporaryProject({
      "server.ts": [
        'import { tool } from "@plainmcp/core";',
        "interface Person { name: string; address: { street: string; city: string; country: string } }",
        "export class A { /** Does. */ @tool a(id: string): { person: Person } { return JSON.parse(id); } }",
      ].join("\n"),
    });
    const judge = (schemaSize: SchemaSize) => {
      const { diagnostics } = compile({ files: [join(folder, "server.ts")], schemaSize });
      return diagnostics.map(({ code, line, message }) => [code, line, /`(.*)`/.exec(message)?.[1]]);
    };
    expect(judge({})).toEqual([]);
    expect(judge({ warn: 200 })).toEqual([["PLAIN1045", 3, "result.person.address"]]);
    expect(judge({ error: 200 })).toEqual([["PLAIN1024", 3, "result.person.address"]]);
    expect(judge({ warn: 1000, error: 1000 })).toEqual([]);
  });

  it("writes a type of more parts than there is memory by what it repeats", () => {
    const { folder } = temporaryProject({
      "server.ts": [
        'import { tool } from "@plainmcp/core";',
        "type Ten<T> = { a: T; b: T; c: T; d: T; e: T; f: T; g: T; h: T; i: T; j: T };",
        `type Deep = ${"Ten<".repeat(24)}{ leaf: string; at: Date }${">".repeat(24)};`,
        "export class A { /** Does. */ @tool a(first: Deep, ...rest: Deep[]): Deep { return first ?? rest; } }",
      ].join("\n"),
    });
    const { manifest, diagnostics } = compile({ files: [join(folder, "server.ts")] });
    expect(diagnostics).toEqual([]);
    const [tool] = manifest.classes[0]?.tools ?? [];
    expect(Object.keys(tool?.outputSchema?.$defs as object)).toHaveLength(24);
    expect(JSON.stringify(tool).length).toBeLessThan(20_000);
  });
});
