import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compileFunction } from "node:vm";
import { tsconfigOf } from "../typescript/tsconfig-of.js";
import { emitModule } from "./emit-module.js";

/** The two module formats of Node. */
export type ModuleFormat = "commonjs" | "module";

/**
 * The module format of a TypeScript file: its extension decides, then the `type` of the nearest package.json. If
 * neither does, a file is CommonJS if its tsconfig compiles to CommonJS; otherwise its syntax decides. A file with
 * `import.meta` or top-level `await` is always an ES module.
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

/** TypeScript's syntax for `module.exports` and `require`. */
const COMMONJS_SYNTAX = /^\s*(?:export\s*=|(?:export\s+)?import\s+[\w$]+\s*=\s*require\s*\()/m;

/** Whether a file cannot be compiled to CommonJS. */
function needsModule(file: string, source: string): boolean {
  try {
    const { warnings } = emitModule(file, { code: source, map: undefined }, { format: "cjs" });
    return warnings.some(({ id }) => id === "empty-import-meta");
  } catch {
    return true;
  }
}

/** Whether code has no module syntax. esbuild has already parsed it, so any other syntax error is impossible. */
function isScript(code: string): boolean {
  try {
    return Boolean(compileFunction(code));
  } catch {
    return false;
  }
}
