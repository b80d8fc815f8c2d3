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
 * Adds to a module's source, after each class of the compilation and on the same line, a call that registers its
 * manifest. The import that the calls need comes behind the module's own. Line numbers stay what they were.
 *
 * @param source The module's text, before decorators are lowered
 * @param file Its path; a relative one starts from the working directory
 * @returns The source itself when the compilation has no class of this file
 */
export function injectManifest(source: string, file: string, compilation: CompileResult): string {
  return insert(source, manifestInsertions(source, file, compilation));
}

/** What registers the manifests of a module's classes, in the order of the positions. */
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
    // In front of all that may call it: what becomes CommonJS loads a module in the place of its import.
    { at: first[0].codeStart, text: `import { ${name} } from "@plainmcp/core/register"; ` },
    ...found
      .flatMap(([site, { manifest }]) => registration(site, register, toLiteral(manifest), source))
      .sort((a, b) => a.at - b.at),
  ];
}

/** The places are known for the text that was compiled. In any other, classes of one name are told apart by their order. */
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

/** In an object literal, though not in JSON, a plain `__proto__` sets the prototype. */
function toLiteral(manifest: Manifest): string {
  return JSON.stringify(manifest).replaceAll('"__proto__":', '["__proto__"]:');
}

/** Bundlers and TypeScript do not agree on slashes, nor on whether to follow symbolic links. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path).replaceAll("\\", "/");
  } catch {
    return path.replaceAll("\\", "/");
  }
}
