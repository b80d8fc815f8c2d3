import { mkdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CachedCompiler } from "@plainmcp/compiler/internal";
import { describe, expect, test } from "vitest";
import { createProject, exchange, HANDSHAKE, runCommand, start, startServe } from "../commands/command.fixture.js";
import { bundleForDistribution } from "./bundle-for-distribution.js";
import { bundleForServing } from "./bundle-for-serving.js";

const TAKEN = 'export const mark: string = "taken by TypeScript";\n';
const OTHER = 'export const mark: string = "another module";\n';

interface Setup {
  /** What the server imports `mark` from. */
  readonly from: string;
  readonly options: object;
  readonly files: Readonly<Record<string, string>>;
  /** Where links lead, by their places. */
  readonly links?: Readonly<Record<string, string>>;
}

/** A package that has an entry point for a condition of the user's own. */
const CONDITIONAL = {
  name: "lib",
  version: "1.0.0",
  type: "module",
  exports: {
    ".": {
      acme: { types: "./taken.d.ts", default: "./taken.js" },
      default: { types: "./other.d.ts", default: "./other.js" },
    },
  },
};

const SETUPS: Readonly<Record<string, Setup>> = {
  "customConditions, in a package": {
    from: "lib",
    options: { customConditions: ["acme"] },
    files: {
      "node_modules/lib/package.json": JSON.stringify(CONDITIONAL),
      "node_modules/lib/taken.d.ts": "export declare const mark: string;",
      "node_modules/lib/taken.js": 'export const mark = "taken by TypeScript";',
      "node_modules/lib/other.d.ts": "export declare const mark: string;",
      "node_modules/lib/other.js": 'export const mark = "another module";',
    },
  },
  "customConditions, in a package of the workspace": {
    from: "@acme/lib",
    options: { customConditions: ["acme"] },
    files: {
      "packages/lib/package.json": JSON.stringify({
        name: "@acme/lib",
        version: "1.0.0",
        type: "module",
        exports: { acme: "./src/index.ts", types: "./dist/index.d.ts", default: "./dist/index.js" },
      }),
      "packages/lib/src/index.ts": TAKEN,
      "packages/lib/dist/index.d.ts": "export declare const mark: string;",
      "packages/lib/dist/index.js": 'export const mark = "another module";',
    },
    links: { "node_modules/@acme/lib": "packages/lib" },
  },
  "a package of the workspace whose types are its source": {
    from: "lib",
    options: {},
    files: {
      "packages/lib/package.json": JSON.stringify({
        name: "lib",
        version: "1.0.0",
        type: "module",
        exports: { types: "./src/index.ts", default: "./dist/index.js" },
      }),
      "packages/lib/src/index.ts": TAKEN,
      "packages/lib/dist/index.js": 'export const mark = "another module";',
    },
    links: { "node_modules/lib": "packages/lib" },
  },
  "customConditions, in imports of the package itself": {
    from: "#mark",
    options: { customConditions: ["acme"] },
    files: {
      "package.json": JSON.stringify({
        name: "own",
        version: "1.0.0",
        type: "module",
        imports: { "#mark": { acme: "./taken.ts", default: "./other.ts" } },
      }),
      "taken.ts": TAKEN,
      "other.ts": OTHER,
    },
  },
  moduleSuffixes: {
    from: "./mark.js",
    options: { moduleSuffixes: [".node", ""] },
    files: { "mark.node.ts": TAKEN, "mark.ts": OTHER },
  },
  "moduleSuffixes, without an extension": {
    from: "./mark",
    options: { moduleSuffixes: [".node", ""] },
    files: { "mark.node.ts": TAKEN, "mark.ts": OTHER },
  },
  "paths and baseUrl": {
    from: "@/mark",
    options: { baseUrl: "./source", paths: { "@/*": ["./missing/*", "./*"] } },
    files: { "source/mark.ts": TAKEN, "mark.ts": OTHER },
  },
  "baseUrl alone": {
    from: "mark",
    options: { baseUrl: "./source" },
    files: {
      "source/mark.ts": TAKEN,
      "node_modules/mark/package.json": '{ "name": "mark", "version": "1.0.0", "main": "index.js" }',
      "node_modules/mark/index.js": 'exports.mark = "another module";',
    },
  },
  rootDirs: {
    from: "./mark.js",
    options: { rootDirs: [".", "generated"] },
    files: { "generated/mark.ts": TAKEN },
  },
  "JavaScript beside its source": {
    from: "./mark.js",
    options: {},
    files: { "mark.ts": TAKEN, "mark.js": 'export const mark = "another module";' },
  },
  "extensions of two kinds": {
    from: "./mark",
    options: { jsx: "react-jsx" },
    files: { "mark.ts": TAKEN, "mark.tsx": OTHER },
  },
  allowImportingTsExtensions: {
    from: "./mark.ts",
    options: { allowImportingTsExtensions: true },
    files: { "mark.ts": TAKEN, "mark.js": 'export const mark = "another module";' },
  },
  rewriteRelativeImportExtensions: {
    from: "./mark.ts",
    options: { rewriteRelativeImportExtensions: true },
    files: { "mark.ts": TAKEN, "mark.js": 'export const mark = "another module";' },
  },
  preserveSymlinks: {
    from: "./linked.js",
    options: { preserveSymlinks: true },
    files: { "shared/linked.ts": 'export * from "./mark.js";\n', "mark.ts": TAKEN, "shared/mark.ts": OTHER },
    links: { "linked.ts": "shared/linked.ts" },
  },
  "a link to a source": {
    from: "./linked.js",
    options: {},
    files: { "shared/linked.ts": 'export * from "./mark.js";\n', "mark.ts": TAKEN, "shared/mark.ts": OTHER },
    links: { "linked.ts": "shared/linked.ts" },
  },
};

describe("a bundle has the module that TypeScript has taken", () => {
  test.each(Object.entries(SETUPS))("with %s", async (_, { from, options, files, links = {} }) => {
    const compilerOptions = {
      target: "es2022",
      module: "esnext",
      moduleResolution: "bundler",
      strict: true,
      types: [],
    };
    const { folder, file } = await projectOf(from, {
      "tsconfig.json": JSON.stringify({ compilerOptions: { ...compilerOptions, noEmit: true, ...options } }),
      ...files,
    });
    for (const [place, target] of Object.entries(links)) {
      await mkdir(dirname(join(folder, place)), { recursive: true });
      await symlink(join(folder, target), join(folder, place));
    }
    await expectTaken(file);
  });

  test("with a tsconfig that the nearest one refers to", async () => {
    const compilerOptions = {
      target: "es2022",
      module: "esnext",
      moduleResolution: "bundler",
      types: [],
      paths: { "@/*": ["./source/*"] },
    };
    const { file } = await projectOf("@/mark", {
      "tsconfig.json": '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
      "tsconfig.app.json": JSON.stringify({ compilerOptions, include: ["*.ts", "source"] }),
      "source/mark.ts": TAKEN,
    });
    await expectTaken(file);
  });
});

describe("decorators of imported modules are compiled by their tsconfig", () => {
  const DECORATED = `function note(target: unknown, key: unknown, third?: unknown) {
  mark = typeof key === "string" && third !== undefined ? "older" : "standard";
}
export let mark = "none";
export class Noted {
  @note
  method(): void {}
}
`;

  test.each([
    ["that esbuild finds by itself, of the older dialect", "./mark.js", { experimentalDecorators: true }, "older"],
    ["that esbuild finds by itself, standard", "./mark.js", {}, "standard"],
    ["that TypeScript has taken, of the older dialect", "./other.js", { experimentalDecorators: true }, "older"],
    ["that TypeScript has taken, standard", "./other.js", {}, "standard"],
  ])("%s", async (_, from, options, dialect) => {
    const compilerOptions = {
      target: "es2022",
      module: "esnext",
      moduleResolution: "bundler",
      moduleSuffixes: [".own", ""],
      types: [],
      strict: true,
      noImplicitAny: false,
      skipLibCheck: true,
    };
    const { folder } = await projectOf(from, {
      "tsconfig.json": JSON.stringify({ compilerOptions: { ...compilerOptions, ...options } }),
      "mark.ts": DECORATED,
      "other.own.ts": DECORATED,
      "other.ts": OTHER,
    });
    const call = { id: 2, method: "tools/call", params: { name: "say", arguments: {} } };
    expect(
      (await runCommand(folder, "build", "server.ts", "--transport", "stdio", "--type-errors", "off")).exitCode,
    ).toBe(0);
    for (const server of [await startServe(folder, "server.ts"), start(folder, ["dist/server.mjs"])]) {
      expect(JSON.stringify((await exchange(server, [...HANDSHAKE, call]))[1])).toContain(dialect);
    }
  });
});

async function projectOf(from: string, files: Readonly<Record<string, string>>) {
  const code = `import { tool } from "@plainmcp/core";
import { mark } from ${JSON.stringify(from)};
export default class Marked {
  /** Says it. */
  @tool
  say(): string {
    return mark;
  }
}
`;
  const folder = await createProject({ "server.ts": code, ...files });
  return { folder, file: join(folder, "server.ts") };
}

/** Both kinds of bundles hold the right module, or, for serving, leave it to Node by its address. */
async function expectTaken(file: string): Promise<void> {
  const compilation = new CachedCompiler({ files: [file] }).compile();
  expect(compilation.diagnostics).toEqual([]);
  const serving = await bundleForServing(file, compilation, {});
  const options = { transport: "stdio", exportName: "default", outfile: file } as const;
  const alone = await bundleForDistribution(file, compilation, options);
  expect(alone.code).toContain("taken by TypeScript");
  expect(alone.code).not.toContain("another module");
  expect(serving.code).toMatch(/taken by TypeScript|lib\/taken\.js/);
  expect(serving.code).not.toMatch(/another module|lib\/other\.js/);
}
