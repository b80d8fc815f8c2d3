import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import type { Manifest } from "@plainmcp/core/manifest";
import { hash } from "../cache/disk-answers.js";
import { type RegistrationSite, registrationSite } from "../classes/registration-site.js";
import type { CompiledClass, CompileResult } from "../compile/compilation.js";
import { className } from "../typescript/class-name.js";
import { classNodes } from "../typescript/class-nodes.js";
import { ts } from "../typescript/typescript.js";
import { type Insertion, insert, unusedName } from "./insertion.js";

/**
 * Adds a call to a module's source, after each compiled class and on the same line, that registers the class's
 * manifest. The import for these calls goes after the module's own. Line numbers stay the same.
 *
 * @param source The module's text, before decorators are lowered
 * @param file Its path; a relative one starts from the working directory
 * @returns The source itself if the compilation has no class of this file
 * @example
 * ```ts
 * const compilation = compile({ files: ["weather.ts"] });
 * const code = injectManifest(readFileSync("weather.ts", "utf8"), "weather.ts", compilation);
 * ```
 */
export function injectManifest(source: string, file: string, compilation: CompileResult): string {
  return insert(source, manifestInsertions(source, file, compilation));
}

/** The insertions that register the manifests of a module's classes, sorted by position. */
export function manifestInsertions(source: string, file: string, compilation: CompileResult): readonly Insertion[] {
  const path = realPath(resolve(file));
  const classes = compilation.classes.filter((compiled) => realPath(compiled.file) === path);
  if (classes.length === 0) return [];
  const register = unusedName("registerManifest", source);
  const found = sites(source, file, classes);
  const [first] = found;
  if (!first) return [];
  const name = register === "registerManifest" ? register : `registerManifest as ${register}`;
  return [
    // It must come before any call: compiled to CommonJS, a module is loaded where its import is.
    { at: first[0].codeStart, text: `import { ${name} } from "@plainmcp/core/internal/register"; ` },
    ...found
      .flatMap(([site, { manifest }]) => registration(site, register, toLiteral(manifest), source))
      .sort((a, b) => a.at - b.at),
  ];
}

/**
 * For the text that was compiled, the places are known. In any other text, classes with the same name are matched in
 * order.
 */
function sites(
  source: string,
  file: string,
  classes: readonly CompiledClass[],
): (readonly [RegistrationSite, CompiledClass])[] {
  const version = hash(source);
  if (classes.every(({ sourceHash }) => sourceHash === version)) return classes.map((one) => [one.site, one]);
  const left = [...classes];
  return classNodes(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)).flatMap((node) => {
    const index = left.findIndex(({ name }) => name === className(node));
    return index === -1 ? [] : left.splice(index, 1).map((one) => [registrationSite(node), one] as const);
  });
}

function registration(site: RegistrationSite, register: string, literal: string, source: string): Insertion[] {
  const call = (name: string) => `; ${register}(${name}, ${literal});`;
  switch (site.kind) {
    case "statement":
      return [{ at: site.at, text: call(site.name) }];
    case "unnamed": {
      const name = unusedName("DefaultClass", source);
      return [
        { at: site.keywordEnd, text: ` ${name}` },
        { at: site.at, text: call(name) },
      ];
    }
    case "expression":
      return [
        { at: site.start, text: `((it) => { ${register}(it, ${literal}); return it; })(` },
        { at: site.end, text: ")" },
      ];
  }
}

/** JSON in quotes, because engines read JSON several times faster than an object literal. */
function toLiteral(manifest: Manifest): string {
  return `'${JSON.stringify(manifest).replace(/[\\']/g, "\\$&")}'`;
}

/** Bundlers and TypeScript disagree on slashes and on following symbolic links. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path).replaceAll("\\", "/");
  } catch {
    return path.replaceAll("\\", "/");
  }
}
