import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createPathsMatcher } from "get-tsconfig";
import { tsconfigOf } from "./tsconfig-of.js";

/**
 * The file that an import in a TypeScript module resolves to: by the `paths` of its tsconfig, with the extension of its
 * JavaScript, or without one. Undefined for what Node resolves itself, such as packages.
 */
export function resolveTypeScript(specifier: string, importer: string): string | undefined {
  return candidates(specifier, importer)
    .flatMap(sources)
    .find((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}

function candidates(specifier: string, importer: string): readonly string[] {
  if (specifier.startsWith("file:")) return [fileURLToPath(specifier)];
  if (/^\.{0,2}\//.test(specifier) || /^\.\.?$/.test(specifier)) return [resolve(dirname(importer), specifier)];
  const tsconfig = tsconfigOf(importer);
  return (tsconfig && createPathsMatcher(tsconfig)?.(specifier)) ?? [];
}

/** The files that a path may mean, in TypeScript's order. */
function sources(path: string): string[] {
  const [, stem = path, letter = ""] = /^(.*)\.([cm]?)jsx?$/.exec(path) ?? [];
  const written = stem === path ? [] : [`${stem}.${letter}ts`, `${stem}.${letter}tsx`];
  const bare = [path, join(path, "index")].flatMap((name) => [".ts", ".tsx", ".js", ".jsx"].map((end) => name + end));
  return [...written, path, ...bare];
}
