import { join } from "node:path";
import { CachedCompiler } from "@plainmcp/compiler/internal";
import { expect, test } from "vitest";
import { createProject } from "../commands/command.fixture.js";
import { bundleForServing } from "./bundle-for-serving.js";

const SERVER = `import { tool } from "@plainmcp/core";
const h = (...parts: unknown[]) => parts;
export default class Page {
  /** Shows it. */
  @tool
  show(): string {
    return JSON.stringify([<b>bold</b>, h]);
  }
}
`;

const RUNTIME = "export namespace JSX { interface IntrinsicElements { b: object } type Element = unknown }";

test.each([
  ["react-jsx", {}, "/runtime/index.js"],
  ["preserve", {}, "/runtime/index.js"],
  ["react-native", {}, "/runtime/index.js"],
  ["preserve", { jsxImportSource: undefined, jsxFactory: "h" }, 'h("b", null'],
  ["react", { jsxImportSource: undefined, jsxFactory: "h" }, 'h("b", null'],
])("JSX becomes JavaScript, with %s and %j", async (jsx, options, expected) => {
  const compilerOptions = { target: "es2022", module: "nodenext", strict: true, types: [], jsxImportSource: "runtime" };
  const folder = await createProject({
    "server.tsx": SERVER,
    "jsx.d.ts": `declare ${RUNTIME.slice("export ".length)}`,
    "tsconfig.json": JSON.stringify({ compilerOptions: { ...compilerOptions, jsx, ...options } }),
    "node_modules/runtime/package.json": JSON.stringify({
      name: "runtime",
      version: "1.0.0",
      type: "module",
      exports: { "./jsx-runtime": { types: "./index.d.ts", default: "./index.js" } },
    }),
    "node_modules/runtime/index.d.ts": RUNTIME,
    "node_modules/runtime/index.js": "export const jsx = (...parts) => parts;",
  });
  const file = join(folder, "server.tsx");
  const compilation = new CachedCompiler({ files: [file] }).compile();
  expect(compilation.diagnostics).toEqual([]);
  const { code } = await bundleForServing(file, compilation, {});
  expect(code).toContain(expected);
});
