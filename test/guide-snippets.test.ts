import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, it } from "vitest";
import { codeBlocks, filesOf, PAGES } from "./support/doc-page.js";
import { ROOT } from "./support/serve.js";
import { sourceProject } from "./support/source-project.js";

const COMPILER_OPTIONS = {
  target: "es2022",
  module: "esnext",
  moduleResolution: "bundler",
  resolveJsonModule: true,
  experimentalDecorators: true,
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  types: ["node"],
};

/** What the snippets of a page take for granted. */
const BEFORE: Readonly<Record<string, string>> = {
  guide: `import { type Context, defineServer, tool } from "@plainmcp/core";
    declare class Weather { constructor(key: string | undefined); }`,
  asking: `import { type Context, defineServer, MissingCapabilityError } from "@plainmcp/core";
    declare class Trips {}
    declare const [next, current]: string[];`,
  http: `import type { Server } from "node:http";
    import type { HttpHandler } from "@plainmcp/transport-http";
    import { serveHttp } from "@plainmcp/transport-http/node";
    declare class Weather {}
    declare const server: Server;
    declare const handler: HttpHandler;`,
  "outgoing-calls": `import { type Context, defineServer } from "@plainmcp/core";
    declare class Web { read(url: string, ctx: Context): Promise<string> }
    declare const [url, body]: string[];
    declare const ctx: Context;`,
  tasks: `import { type Context, defineServer, tool } from "@plainmcp/core";
    declare class Reports {}
    declare function placeOrder(item: string, signal: AbortSignal): Promise<string>;
    declare const redis: {
      set(key: string, value: string, options: { PX: number }): Promise<void>;
      get(key: string): Promise<string | null>;
    };`,
  lifecycle: `import { type Context, tool } from "@plainmcp/core";`,
  diagnostics: `import { tool } from "@plainmcp/core";
    interface Order { id: string }
    declare class Theirs { find(id: string): Order }`,
};

/** Modules that pages import and do not show. */
const MODULES = `
  declare module "@nestjs/common" { export function Injectable(): ClassDecorator }
  declare module "@nestjs/core" { export const NestFactory: { create(module: unknown): Promise<any> } }
  declare module "next" { export interface NextConfig { webpack(config: any): unknown } }
  declare module "*/app.module" { export class AppModule {} }
  declare module "*/calendar.js" { export class Calendar { constructor(key: string | undefined) } }
  declare module "*/kiosk" { export class Kiosk {} }
  declare module "*/lib/books" { export class Books {} }
  declare module "*/manifest.json" { const manifest: import("@plainmcp/core").Manifest; export default manifest }
  declare module "*/notes.js" { export class Notes {} }
  declare module "*/stock.service" { export class StockService { count(name: string): number } }
  declare module "*/weather.js" { export default class Weather {} }
  declare module "*?raw" { const text: string; export default text }
  declare const Bun: { build(options: object): Promise<unknown> };`;

/** Shown for the error in it. */
const BROKEN = "broken.ts";

it("the TypeScript of all pages compiles", () => {
  const { "server.ts": shopping = "" } = filesOf("docs/guide.md");
  const shown = PAGES.flatMap((page) => {
    const name = page.replace(/^docs\/(?:guide\/|reference\/)?|\/?(?:README)?\.md$/g, "");
    return codeBlocks(page)
      .filter(({ language, file }) => language === "ts" && file !== BROKEN)
      .map(({ file, code }, at): [string, string] =>
        file === undefined
          ? [`${name}/snippet-${at}.ts`, `${BEFORE[name] ?? ""}\n${whole(code)}`]
          : [`${name}/${file}`, code],
      );
  });
  expect(shown.length).toBeGreaterThan(40);
  const folder = sourceProject({
    "tsconfig.json": JSON.stringify({ compilerOptions: COMPILER_OPTIONS }),
    "modules.d.ts": MODULES,
    "building/server.ts": shopping,
    "testing/server.ts": shopping,
    ...Object.fromEntries(shown),
  });
  execFileSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc")], { cwd: folder, stdio: "inherit" });
});

it("the configurations on the page on toolchains are what the tools read", () => {
  const configs = codeBlocks("docs/guide/toolchains.md").filter(({ language }) => language === "js");
  const folder = sourceProject({
    "package.json": "{}",
    ...Object.fromEntries(configs.map(({ code }, at) => [`${at}.js`, code])),
  });
  const require = createRequire(join(folder, "index.js"));
  const [webpack, tsJest, swc, babel] = configs.map((_, at) => require(`./${at}.js`));
  expect(webpack({ plugins: ["theirs"] }).plugins).toMatchObject(["theirs", { apply: expect.any(Function) }]);
  for (const { transform, transformIgnorePatterns } of [tsJest, swc]) {
    expect(Object.keys(transform)).toEqual(["\\.[jt]s$"]);
    expect(new RegExp(transformIgnorePatterns[0]).test("/a/node_modules/@plainmcp/core/dist/index.js")).toBe(false);
    expect(new RegExp(transformIgnorePatterns[0]).test("/a/node_modules/other/index.js")).toBe(true);
  }
  expect(babel.plugins).toEqual([["@babel/plugin-proposal-decorators", { version: "2023-11" }]]);
});

it("the configuration of Next on the page on toolchains is the one that a project is built with", () => {
  const shown = codeBlocks("docs/guide/toolchains.md").find(({ file }) => file === "next.config.ts");
  expect(shown?.code).toBe(readFileSync(join(ROOT, "test/projects/next-15/project/next.config.ts"), "utf8"));
});

/** Methods stand in a class. */
function whole(code: string): string {
  return code.startsWith("@") ? `class Shown {\n${code}\n}` : code;
}
