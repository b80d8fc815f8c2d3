import { dirname, resolve } from "node:path";
import type { CompileOptions } from "../compile.js";
import { DiagnosticCollector } from "../diagnostics/diagnostic-collector.js";
import { ts } from "../typescript.js";
import { readCompilerOptions } from "./compiler-options.js";
import { PackageFinder } from "./package-finder.js";
import { createCachingHost } from "./source-file-cache.js";
import { typeErrors } from "./type-errors.js";

/** The user's program as the extractor sees it. */
export interface Project {
  readonly checker: ts.TypeChecker;
  readonly packages: PackageFinder;
  readonly diagnostics: DiagnosticCollector;
  /** The entry files, in the order given. */
  readonly entries: readonly ts.SourceFile[];
  /** All files of the user's own: the entry files, then the others. */
  readonly sources: readonly ts.SourceFile[];
}

/** Loads the entry files and all they import, and reports their type errors. */
export function loadProject({ files, tsconfig, cwd = process.cwd() }: CompileOptions): Project {
  const diagnostics = new DiagnosticCollector();
  const paths = files.map((file) => resolve(cwd, file)).filter((path) => isThere(path, diagnostics));
  const config = readCompilerOptions(tsconfig && resolve(cwd, tsconfig), dirname(paths[0] ?? resolve(cwd, "entry")));
  diagnostics.addTypeScript(config.errors);
  const load = (options: ts.CompilerOptions) =>
    ts.createProgram([...paths, ...config.ambientFiles], options, createCachingHost(options));
  const program = load({ ...config.options, strictNullChecks: true });
  const entries = paths.flatMap((path) => program.getSourceFile(path) ?? []);
  const others = program.getSourceFiles().filter((file) => isUserSource(file, program) && !entries.includes(file));
  const sources = [...entries, ...others];
  const judged = knowsNull(config.options) ? program : load(config.options);
  diagnostics.addTypeScript(typeErrors(judged, sources));
  return { checker: program.getTypeChecker(), packages: new PackageFinder(), diagnostics, entries, sources };
}

function isThere(path: string, diagnostics: DiagnosticCollector): boolean {
  const found = ts.sys.fileExists(path);
  if (!found)
    diagnostics.reportGlobal("no-such-file", `There is no file ${path}.`, "Check the path and the directory.");
  return found;
}

function isUserSource(file: ts.SourceFile, program: ts.Program): boolean {
  return !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file) && !file.fileName.endsWith(".json");
}

/** Errors that only our `strictNullChecks` brings are none of the user's: without it their program is judged apart. */
function knowsNull({ strict = true, strictNullChecks = strict }: ts.CompilerOptions): boolean {
  return strictNullChecks;
}
