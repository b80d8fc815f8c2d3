import { describe, expect, it } from "vitest";
import { compile } from "../compile/compile.js";
import { temporaryProject } from "../fixtures/temporary-project.fixture.js";

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

  it("explains once what may have caused an error", () => {
    const { folder } = temporaryProject({
      "tsconfig.json": '{ "compilerOptions": { "module": "nodenext" } }',
      ...FILES,
    });
    const { diagnostics } = compile({ cwd: folder, files: ["server.ts"] });
    expect(diagnostics.filter(({ code }) => code.startsWith("TS")).length).toBeGreaterThan(3);
    expect(diagnostics.flatMap(({ help = "" }) => (help.includes("your own TypeScript") ? [help] : []))).toEqual([
      'If your own TypeScript accepts this, install it here: without it, "noUncheckedSideEffectImports" defaults to true, as in TypeScript 6.',
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
