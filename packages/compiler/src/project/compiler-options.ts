import { dirname, join } from "node:path";
import { ts } from "../typescript.js";
import { findTsconfig, parseTsconfig } from "./find-tsconfig.js";
import type { NotedDisk } from "./noted-disk.js";

/** The compiler options of a run, and what was wrong with them. */
export interface ConfigResult {
  readonly options: ts.CompilerOptions;
  /** Declaration files the tsconfig includes: they may declare globals that the entry files use. */
  readonly ambientFiles: readonly string[];
  readonly errors: readonly ts.Diagnostic[];
}

/**
 * Reads the tsconfig of the entry files, or makes strict defaults where there is none.
 *
 * @param tsconfig Absolute path; without it, the nearest one above the entry file
 * @param entry Absolute path of the first entry file
 */
export function readCompilerOptions(tsconfig: string | undefined, entry: string, disk: NotedDisk): ConfigResult {
  const path = findTsconfig(tsconfig, entry, disk);
  if (path === undefined) return { options: defaults(dirname(entry), disk), ambientFiles: [], errors: [] };
  const { parsed, fatal } = parseTsconfig(path, disk);
  if (!parsed) return { options: defaults(dirname(entry), disk), ambientFiles: [], errors: fatal };
  return {
    options: forExtraction(parsed.options),
    ambientFiles: parsed.fileNames.filter((fileName) => /\.d\.[cm]?ts$/.test(fileName)),
    errors: [...ts.getConfigFileParsingDiagnostics(parsed)].filter(({ code }) => !NO_INPUTS.has(code)),
  };
}

/** "No inputs were found in config file" and "The 'files' list is empty": we bring our own. */
const NO_INPUTS: ReadonlySet<number> = new Set([18002, 18003]);

function defaults(directory: string, disk: NotedDisk): ts.CompilerOptions {
  const hasNodeTypes = isInstalled("@types/node", directory, disk);
  const lib = ["es2023", "esnext.decorators", "esnext.disposable", ...(hasNodeTypes ? [] : ["dom", "dom.iterable"])];
  return forExtraction({
    target: ts.ScriptTarget.ES2022,
    lib: lib.map((name) => `lib.${name}.d.ts`),
    module: ts.ModuleKind.NodeNext,
    types: hasNodeTypes ? ["node"] : [],
    strict: true,
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
  });
}

function isInstalled(name: string, directory: string, disk: NotedDisk): boolean {
  if (disk.isDirectory(join(directory, "node_modules", name))) return true;
  const parent = dirname(directory);
  return parent !== directory && isInstalled(name, parent, disk);
}

/** Leaves out what only concerns emitting, and what would reject a program of a few files of a larger project. */
function forExtraction(options: ts.CompilerOptions): ts.CompilerOptions {
  const kept = Object.entries(options).filter(([name]) => !EMIT_OPTIONS.has(name));
  // A tsconfig that is right for the user's own TypeScript shall not fail here because an option is deprecated in ours.
  return { ...Object.fromEntries(kept), noEmit: true, ignoreDeprecations: "6.0" };
}

const EMIT_OPTIONS: ReadonlySet<string> = new Set([
  "composite",
  "incremental",
  "tsBuildInfoFile",
  "rootDir",
  "outDir",
  "outFile",
  "declaration",
  "declarationMap",
  "declarationDir",
  "emitDeclarationOnly",
  "isolatedDeclarations",
]);
