import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { ts } from "../typescript.js";

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
 * @param tsconfig Absolute path; without it, the nearest one above `directory`
 * @param directory Absolute path of the first entry file's directory
 */
export function readCompilerOptions(tsconfig: string | undefined, directory: string): ConfigResult {
  const path = tsconfig ?? ts.findConfigFile(directory, ts.sys.fileExists);
  if (path === undefined) return { options: defaults(directory), ambientFiles: [], errors: [] };
  const fatal: ts.Diagnostic[] = [];
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (error: ts.Diagnostic) => fatal.push(error) };
  const parsed = ts.getParsedCommandLineOfConfigFile(path, undefined, host);
  if (!parsed) return { options: defaults(directory), ambientFiles: [], errors: fatal };
  return {
    options: forExtraction(parsed.options),
    ambientFiles: parsed.fileNames.filter((fileName) => /\.d\.[cm]?ts$/.test(fileName)),
    errors: [...ts.getConfigFileParsingDiagnostics(parsed)].filter(({ code }) => code !== NO_INPUTS),
  };
}

/** "No inputs were found in config file": we bring our own. */
const NO_INPUTS = 18003;

function defaults(directory: string): ts.CompilerOptions {
  const hasNodeTypes = isInstalled("@types/node", directory);
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

function isInstalled(name: string, directory: string): boolean {
  if (existsSync(join(directory, "node_modules", name))) return true;
  const parent = dirname(directory);
  return parent !== directory && isInstalled(name, parent);
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
