import { writeSync } from "node:fs";
import type { LoadHook, ResolveHook } from "node:module";
import { isatty } from "node:tty";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { formatDiagnostics } from "../diagnostics/format-diagnostics.js";
import { ModuleTransformer } from "../plugin/module-transformer.js";
import { withInlineMap } from "../plugin/to-javascript.js";
import { compileModule } from "./compile-module.js";
import { resolveTypeScript } from "./resolve-typescript.js";

const transformer = new ModuleTransformer({}, { lowersDecorators: false });
const shown = new Set<Diagnostic>();

/** Finds TypeScript files under the names by which TypeScript itself would. */
export const resolve: ResolveHook = async (specifier, context, next) => {
  const importer = context.parentURL;
  if (importer === undefined || !isTypeScript(importer)) return next(specifier, context);
  const found = resolveTypeScript(specifier, fileURLToPath(importer));
  return next(found === undefined ? specifier : pathToFileURL(found).href, context);
};

/** Compiles TypeScript modules, and registers the manifests of the classes in them. */
export const load: LoadHook = async (url, context, next) => {
  if (!isTypeScript(url)) return next(url, context);
  const file = fileURLToPath(url);
  const { code, map, isCommonJs } = await compileModule(file, async (source) => {
    const module = await transformer.transform(source, file);
    show(module?.diagnostics ?? []);
    return module?.code;
  });
  return { format: isCommonJs ? "commonjs" : "module", source: withInlineMap(code, map), shortCircuit: true };
};

function isTypeScript(url: string): boolean {
  return /^file:[^?#]*\.[cm]?tsx?(?:[?#]|$)/.test(url) && !url.includes("/node_modules/");
}

/** Written at once, since the process may end here: this is not the main thread, whose streams would not get to it. */
function show(diagnostics: readonly Diagnostic[]): void {
  const fresh = diagnostics.filter((diagnostic) => !shown.has(diagnostic));
  if (fresh.length === 0) return;
  for (const diagnostic of fresh) shown.add(diagnostic);
  writeSync(2, `${formatDiagnostics(fresh, { color: isatty(2) && !process.env.NO_COLOR })}\n`);
  if (fresh.some(({ severity }) => severity === "error")) process.exit(1);
}
