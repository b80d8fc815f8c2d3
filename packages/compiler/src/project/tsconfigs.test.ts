import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CachedCompiler } from "../compile/cached-compiler.js";
import { temporaryProject } from "../fixtures/temporary-project.fixture.js";

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

  it("uses the one that includes the file", () => {
    const { folder } = temporaryProject(FILES);
    const { diagnostics, decorated } = new CachedCompiler({ cwd: folder, files: ["server/main.ts"] }).compile();
    expect(diagnostics).toEqual([]);
    expect(decorated.map(({ emitOptions }) => emitOptions)).toEqual([{ experimentalDecorators: true }]);
  });

  it("finds it from the one above, too", () => {
    const { folder } = temporaryProject(FILES);
    const { decorated } = new CachedCompiler({
      cwd: folder,
      files: ["server/main.ts"],
      tsconfig: "tsconfig.json",
    }).compile();
    expect(decorated.map(({ emitOptions }) => emitOptions)).toEqual([{ experimentalDecorators: true }]);
  });

  it("compiles decorators in each file by the file's own tsconfig", () => {
    const { folder } = temporaryProject({
      ...FILES,
      "loose.ts": `${FILES["loose.ts"]}\nexport * from "./server/injected.js";\nexport class Plain { a(b: string): void {} }`,
      "server/injected.ts": `
        const inject = (...place: unknown[]): void => {};
        export class Injected { constructor(@inject a: string) {} }`,
    });
    const { decorated } = new CachedCompiler({ cwd: folder, files: ["loose.ts"] }).compile();
    expect(decorated).toEqual(
      ["server/main.ts", "server/injected.ts"].map((name) => {
        return { file: join(folder, name), emitOptions: { experimentalDecorators: true } };
      }),
    );
  });

  it("uses the nearest if none includes it", () => {
    const { folder } = temporaryProject(FILES);
    const { diagnostics } = new CachedCompiler({ cwd: folder, files: ["loose.ts"] }).compile();
    expect(diagnostics.map(({ code }) => code)).not.toContain("TS18002");
  });
});
