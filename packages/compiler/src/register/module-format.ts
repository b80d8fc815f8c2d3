import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compileFunction } from "node:vm";
import { tsconfigOf } from "../typescript/tsconfig-of.js";
import { emitModule } from "./emit-module.js";

/** The two kinds of modules that Node knows. */
export type ModuleFormat = "commonjs" | "module";

/**
 * Which kind of module a TypeScript file is: by its extension, else by the `type` of the nearest package.json. Where that
 * says nothing, a file is CommonJS if that is what TypeScript makes of it by its tsconfig; by any other tsconfig, and
 * without one, its syntax decides. Only an ES module can hold `import.meta` or `await` at the top, so that such a file is
 * one in any case.
 */
export function moduleFormat(file: string, source: string): ModuleFormat {
  if (/\.cts$/.test(file)) return "commonjs";
  if (/\.mts$/.test(file)) return "module";
  return packageType(dirname(file)) ?? untypedFormat(file, source);
}

const types = new Map<string, ModuleFormat | undefined>();

function packageType(directory: string): ModuleFormat | undefined {
  if (!types.has(directory)) types.set(directory, readType(directory));
  return types.get(directory);
}

function readType(directory: string): ModuleFormat | undefined {
  try {
    const { type } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
    return type === "module" || type === "commonjs" ? type : undefined;
  } catch {
    const parent = dirname(directory);
    return parent === directory ? undefined : packageType(parent);
  }
}

function untypedFormat(file: string, source: string): ModuleFormat {
  if (needsModule(file, source)) return "module";
  const { module } = tsconfigOf(file)?.config.compilerOptions ?? {};
  if (/^(?:commonjs|node)/i.test(module ?? "") || COMMONJS_SYNTAX.test(source)) return "commonjs";
  return isScript(emitModule(file, { code: source, map: undefined }).code) ? "commonjs" : "module";
}

/** What TypeScript has in place of `module.exports` and `require`. */
const COMMONJS_SYNTAX = /^\s*(?:export\s*=|(?:export\s+)?import\s+[\w$]+\s*=\s*require\s*\()/m;

/** Whether esbuild cannot write a file as CommonJS. */
function needsModule(file: string, source: string): boolean {
  try {
    const { warnings } = emitModule(file, { code: source, map: undefined }, { format: "cjs" });
    return warnings.some(({ id }) => id === "empty-import-meta");
  } catch {
    return true;
  }
}

/** As esbuild has read the code, what a script cannot hold is the syntax of modules. */
function isScript(code: string): boolean {
  try {
    return Boolean(compileFunction(code));
  } catch {
    return false;
  }
}
