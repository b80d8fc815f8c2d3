import { basename } from "node:path";
import { ts } from "../typescript.js";
import type { PackageFinder } from "./package-finder.js";

/**
 * Whether a program that was loaded without the declarations of Node could come out differently with them. Where nothing
 * says so, it may still miss a name; but that is a type error then, since every source is checked.
 */
export function mayUseNode(program: ts.Program, packages: PackageFinder): boolean {
  return program.getSourceFiles().some((file) => {
    // With those of a browser, some functions have two declarations, and Node's is the first.
    if (program.isSourceFileDefaultLibrary(file)) return /^lib\.(?:dom|webworker)/.test(basename(file.fileName));
    if (file.fileName.endsWith(".json")) return false;
    // Only sources are checked, and what is declared for everyone may add to what Node declares.
    if (file.isDeclarationFile) return !OWN_PACKAGES.has(packages.packageOf(file.fileName)?.name ?? "");
    return !/\.[cm]?tsx?$/.test(file.fileName) || !ts.isExternalModule(file) || mentionsNode(file.text);
  });
}

/** Whether a source has what most that use Node have, or what reaches its declarations without a type error. */
export function mentionsNode(text: string): boolean {
  return MENTIONS.test(text);
}

/** Of the platform, their declarations name only `AbortSignal`, as the type of `Context.signal`. */
const OWN_PACKAGES: ReadonlySet<string> = new Set(["@plainmcp/core", "reflect-metadata"]);

/** What most that use Node have in their source, so that it is not even tried without. */
const NAMES: readonly string[] = [
  ...["console", "process", "require", "node:\\w+", "Buffer", "NodeJS", "crypto", "fetch", "URL", "URLSearchParams"],
  ...["Request", "Response", "Headers", "AbortController", "setTimeout", "setInterval", "setImmediate"],
];

/** What reaches what Node declares, or adds to it, and is no type error without. */
const TRAPS: readonly string[] = [
  ...["globalThis", "ImportMeta", "import\\.meta", "declare\\s+(?:global|module|namespace)", "AbortSignal", "signal"],
  "ts-(?:ignore|expect-error|nocheck)",
];

const MENTIONS: RegExp = new RegExp(`\\b(?:${[...NAMES, ...TRAPS].join("|")})\\b`);
