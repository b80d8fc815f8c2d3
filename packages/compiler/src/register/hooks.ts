import { readFileSync, realpathSync } from "node:fs";
import type { LoadHook, ResolveHook } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { resolveTypeScript } from "../typescript/resolve-typescript.js";
import { commonJsFacade } from "./commonjs-facade.js";
import { compileModule } from "./compile-module.js";
import { isTypeScript } from "./is-typescript.js";
import { moduleFormat } from "./module-format.js";

/** The URL of the module that Node was started with. */
let main: string | undefined;

/** Resolves imports of TypeScript files as TypeScript does. `require` is handled elsewhere. */
export const resolve: ResolveHook = (specifier, context, next) => {
  const { parentURL, conditions } = context;
  if (parentURL === undefined) main ??= specifier;
  const importer = toFile(parentURL);
  // Some versions of Node pass a set here.
  if (importer === undefined || new Set(conditions).has("require")) return next(specifier, context);
  const found = resolveTypeScript(specifier, importer);
  return next(found === undefined ? specifier : pathToFileURL(found).href, context);
};

/** Compiles imported TypeScript modules, and adds the registration of their classes. */
export const load: LoadHook = (url, context, next) => {
  const file = toFile(url);
  if (file === undefined) return next(url, context);
  const text = readFileSync(file, "utf8");
  const isModule = moduleFormat(file, text) === "module";
  const source = isModule ? compileModule(file, text, "module") : commonJsFacade(file, text, isMain(file));
  return { format: "module", source, shortCircuit: true };
};

/** The path of a TypeScript file. */
function toFile(url: string | undefined): string | undefined {
  const file = url?.startsWith("file:") ? fileURLToPath(url) : undefined;
  return file !== undefined && isTypeScript(file) ? file : undefined;
}

/** Hooks may run in a thread of their own, where `process.argv` does not help. */
function isMain(file: string): boolean {
  const started = toFile(main);
  return started !== undefined && realpathSync(started) === file;
}
