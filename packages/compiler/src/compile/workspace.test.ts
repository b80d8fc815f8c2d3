import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryProject } from "../fixtures/temporary-project.fixture.js";
import { CachedCompiler } from "./cached-compiler.js";

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

  it("treats its packages as the user's code", () => {
    const folder = createWorkspace();
    const { manifest, classes, diagnostics, sources, decorated } = new CachedCompiler({
      cwd: folder,
      files: ["app/server.ts"],
    }).compile();
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
    const { classes, unserved } = new CachedCompiler({ cwd: createWorkspace(), files: ["app/again.ts"] }).compile();
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
