import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { CachedCompiler } from "../compile/cached-compiler.js";
import { compile } from "../compile/compile.js";
import { temporaryProject } from "../fixtures/temporary-project.fixture.js";

const WRONG = "\nconst wrong: number = 'x';\n";

test("a type error only concerns the contract in files that the contract comes from", () => {
  const { folder } = temporaryProject({
    "server.ts": `
      import { tool } from "@plainmcp/core";
      import { Base } from "./contract/base.js";
      import type { Item } from "./contract/item.js";
      import { DESCRIPTION } from "./contract/constants.js";
      import { LIMIT } from "./contract/limit.js";
      import { load } from "./contract/load.js";
      import { confirm } from "./contract/confirm.js";
      import { sum } from "./other/sum.js";
      import { Store } from "./other/store.js";
      export class Server extends Base<import("./contract/argument.js").Argument> {
        readonly #store = new Store();
        private readonly other = new Store();
        constructor(readonly name: string, private readonly third: Store = new Store()) { super(); }
        /** Adds. */
        @tool({ description: DESCRIPTION })
        add(item: Item, count = LIMIT) {
          this.#store.put([this.other, this.third]);
          return { count, total: sum(item.size, count) };
        }
        /** Loads. */
        @tool
        load(id: string) {
          return load(id);
        }
        /** Asks. */
        @tool
        ask(ctx: import("@plainmcp/core").Context): Promise<boolean> {
          return confirm(ctx);
        }
        /** Not offered. */
        inside(): import("./other/inside.js").Inside {
          return { a: 1 };
        }
      }`,
    "contract/argument.ts": `export interface Argument { readonly a: string }${WRONG}`,
    "contract/base.ts": `
      import { tool } from "@plainmcp/core";
      export abstract class Base<T> {
        /** Takes. */
        @tool
        take(value: T): void {}
      }${WRONG}`,
    "contract/item.ts": `import type { Sizes } from "./sizes.js";\nexport interface Item { size: Sizes }${WRONG}`,
    "contract/sizes.ts": `import { SIZES } from "./values.js";\nexport type Sizes = (typeof SIZES)[number];${WRONG}`,
    "contract/values.ts": `export const SIZES = [1, 2, 3] as const;${WRONG}`,
    "contract/constants.ts": `export const DESCRIPTION = "Adds.";${WRONG}`,
    "contract/limit.ts": `export const LIMIT = 7;${WRONG}`,
    "contract/load.ts": `
      import { clean } from "../other/clean.js";
      import { make } from "./row.js";
      export async function load(id: string) { return { id: clean(id), rows: [make()] }; }${WRONG}`,
    "contract/row.ts": `export class Row { at = new Date(); }\nexport function make() { return new Row(); }${WRONG}`,
    "contract/confirm.ts": `
      import type { Context } from "@plainmcp/core";
      export async function confirm(ctx: Context): Promise<boolean> {
        const answer = await ctx.elicit<{ sure: boolean }>("Sure?");
        return answer.action === "accept";
      }${WRONG}`,
    "other/sum.ts": `export function sum(a: number, b: number): number { return a + b; }${WRONG}`,
    "other/clean.ts": `export function clean(text: string): string { return text.trim(); }${WRONG}`,
    "other/store.ts": `export class Store { put(values: unknown): void {} }${WRONG}`,
    "other/inside.ts": `export interface Inside { a: number }${WRONG}`,
  });
  const { diagnostics } = compile({ files: [join(folder, "server.ts")] });
  const judged = diagnostics.map(({ code, file = "", outsideContract = false }) => {
    return [code, relative(folder, file), outsideContract];
  });
  const outside = (name: string) => name.startsWith("other/");
  const files = [...new Set(judged.map(([, name]) => String(name)))];
  expect(files).toHaveLength(14);
  expect(judged).toEqual(files.map((name) => ["TS2322", name, outside(name)]));
});

test("a syntax error always counts, and so does every error if no class was found", () => {
  const { folder } = temporaryProject({
    "server.ts":
      'import "./broken.js";\nimport { tool } from "@plainmcp/core";\nexport class A { /** A. */ @tool a(): void {} }',
    "broken.ts": "export const = 1;",
    "none.ts": 'import "./wrong.js";',
    "wrong.ts": WRONG,
  });
  for (const entry of ["server.ts", "none.ts"]) {
    const { diagnostics } = compile({ files: [join(folder, entry)] });
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.filter(({ outsideContract }) => outsideContract)).toEqual([]);
  }
});

test("if only the contract is checked, nothing else is an error", () => {
  const { folder, write } = temporaryProject({
    "tsconfig.json": JSON.stringify({
      compilerOptions: { module: "nodenext", lib: ["es2022"], types: [], strict: true, noUnusedLocals: true },
    }),
    "main.ts": `
      import { serve } from "@plainmcp/core/internal/engine";
      import { Server } from "./server.js";
      ${WRONG}`,
    "server.ts": `
      import { tool } from "@plainmcp/core";
      import { join } from "node:path";
      import logo from "./logo.svg";
      import "./style.css";
      import { run } from "./run.js";
      import type { Item } from "./item.js";
      export class Server {
        /** Adds. */
        @tool
        add(item: Item): string {
          const unused = 1;
          return run(join(item.name, logo));
        }
      }`,
    "item.ts": `import type { Deep } from "./deep.js";\nexport interface Item { name: string; id?: Deep["id"]; run?(it: Deep): void }`,
    "deep.ts": `import type { Deeper } from "./deeper.js";\nexport interface Deep { id: string; next?: Deeper }`,
    "deeper.ts": `export interface Deeper { id: number }${WRONG}`,
    "run.ts": `export function run(text: string): string { return text; }${WRONG}`,
  });
  const diagnose = () => {
    const { diagnostics } = new CachedCompiler({ files: [join(folder, "main.ts")], checked: "contract" }).compile();
    return diagnostics.map(({ code, file = "" }) => `${code} ${relative(folder, file)}`);
  };
  expect(diagnose()).toEqual([]);
  write("deep.ts", `export interface Deep { id: string }${WRONG}`);
  expect(diagnose()).toEqual(["TS2322 deep.ts"]);
  write("deep.ts", "export interface Deep { id: string }");
  write("main.ts", 'import { Server } from "./missing.js";\nimport { tool } from "@plainmcp/core";\nServer;');
  expect(diagnose()).toEqual(["TS2307 main.ts"]);
  write("main.ts", 'export * from "./server.js";');
  write("item.ts", 'import type { Gone } from "./gone.js";\nexport interface Item { name: Gone }');
  expect(diagnose()).toContain("TS2307 item.ts");
});

test("types that lead through a thousand files are followed to their end", () => {
  const files = Array.from({ length: 1000 }, (_, index) => [
    `t${index}.ts`,
    index === 999
      ? "export interface T999 { id: string }"
      : `import type { T${index + 1} } from "./t${index + 1}.js";\nexport interface T${index} { next?: T${index + 1} | undefined; id: string }`,
  ]);
  const { folder } = temporaryProject({
    ...Object.fromEntries(files),
    "server.ts": `
      import { tool } from "@plainmcp/core";
      import type { T0 } from "./t0.js";
      export class Server {
        /** Takes. */
        @tool({ inputSchema: { type: "object", properties: { it: {} } } })
        take(it: T0): void {}
      }`,
    "t999.ts": `export interface T999 { id: string }${WRONG}`,
  });
  const { diagnostics } = new CachedCompiler({ files: [join(folder, "server.ts")], checked: "contract" }).compile();
  expect(diagnostics.map(({ code, file = "" }) => `${code} ${relative(folder, file)}`)).toEqual(["TS2322 t999.ts"]);
});
