import { compileFunction } from "node:vm";

/** What a built module contains as text, such as the protocol SDK. It is compiled when something of it is needed. */
let text: () => string;
let toModule: (name: string) => unknown;
let loaders: readonly (() => unknown)[] | undefined;

/**
 * Hands over the later part of this module.
 *
 * @param source Returns the text of a CommonJS module that exports a list of functions, which load one module each
 * @param require Loads Node's own modules
 * @param shared The modules of the rest that it requires, by name
 */
export function provide(
  source: () => string,
  require: (name: string) => unknown,
  shared: Readonly<Record<string, object>>,
): void {
  text = source;
  toModule = (name) => shared[name] ?? require(name);
}

/** Loads the module of this number. */
export function load(index: number): unknown {
  loaders ??= run();
  return loaders[index]?.();
}

function run(): readonly (() => unknown)[] {
  const module = { exports: [] };
  const start = compileFunction(text(), ["require", "module", "exports"], { filename: FILENAME });
  start(toModule, module, module.exports);
  return module.exports;
}

/** What stack traces call it. */
const FILENAME = "plainmcp-later.js";
