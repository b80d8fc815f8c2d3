import { resolve } from "node:path";
import type { CompileOptions } from "../compile.js";
import { codeOf } from "../diagnostics/diagnostic-codes.js";
import { DiagnosticCollector } from "../diagnostics/diagnostic-collector.js";
import { type SchemaSize, schemaSizeLimits } from "../schema-size.js";
import { ts } from "../typescript.js";
import { readCompilerOptions } from "./compiler-options.js";
import { NotedDisk } from "./noted-disk.js";
import { PackageFinder } from "./package-finder.js";
import { createProgramHost } from "./program-host.js";
import type { Project } from "./project.js";
import { resolvedImports } from "./resolved-imports.js";
import { typeErrors } from "./type-errors.js";

/** Loads the entry files and all they import; again after an edit, at the price of what the edit touched. */
export class ProjectLoader {
  readonly #entries: readonly string[];
  readonly #tsconfig: string | undefined;
  readonly #schemaSize: Required<SchemaSize>;
  #disk = new NotedDisk();
  /** The last programs, by whether their options are the user's own or ours. */
  #programs: { readonly ours?: ts.Program; readonly theirs?: ts.Program } = {};

  constructor({ files, tsconfig, schemaSize, cwd = process.cwd() }: CompileOptions) {
    this.#entries = files.map((file) => resolve(cwd, file));
    this.#tsconfig = tsconfig === undefined ? undefined : resolve(cwd, tsconfig);
    this.#schemaSize = schemaSizeLimits(schemaSize);
  }

  /** The disk as the last run saw it. */
  get disk(): NotedDisk {
    return this.#disk;
  }

  load(): Project {
    const { disk, hasMoved } = this.#disk.reread();
    this.#disk = disk;
    // An old program would keep what imports led to before.
    if (hasMoved) this.#programs = {};
    const diagnostics = new DiagnosticCollector();
    const paths = this.#entries.filter((path) => isThere(path, disk, diagnostics));
    const config = readCompilerOptions(this.#tsconfig, paths[0] ?? resolve("entry"), disk);
    diagnostics.addTypeScript(config.errors);
    const roots = [...paths, ...config.ambientFiles];
    const load = (options: ts.CompilerOptions, old: ts.Program | undefined) =>
      ts.createProgram(roots, options, createProgramHost(options, disk), old);
    const program = load({ ...config.options, strictNullChecks: true }, this.#programs.ours);
    this.#programs = { ...this.#programs, ours: program };
    const entries = paths.flatMap((path) => program.getSourceFile(path) ?? []);
    const others = program.getSourceFiles().filter((file) => isUserSource(file, program) && !entries.includes(file));
    const builder = ts.createSemanticDiagnosticsBuilderProgram(program, {});
    return {
      checker: program.getTypeChecker(),
      packages: new PackageFinder(disk),
      diagnostics,
      options: config.options,
      nodeTypesHelp: config.nodeTypesHelp,
      schemaSize: this.#schemaSize,
      entries,
      sources: [...entries, ...others],
      dependenciesOf: (file) => builder.getAllDependencies(file),
      disk,
      importsOf: (file) => resolvedImports(file, program),
      checkTypes: (files) => {
        // Errors that only our `strictNullChecks` brings are none of the user's: then their program is judged apart.
        const theirs = knowsNull(config.options) ? program : load(config.options, this.#programs.theirs);
        this.#programs = { ours: program, theirs };
        diagnostics.addTypeScript(typeErrors(theirs, files));
        const unclear = files.filter((file) => isUnchecked(file, config.options) && hasUnresolved(file, diagnostics));
        if (unclear.length === 0) return;
        const checked = typeErrors(load({ ...config.options, checkJs: true }, undefined), unclear);
        diagnostics.addTypeScript(checked.filter(({ code }) => NAME_ERRORS.has(code)));
      },
    };
  }
}

/** JavaScript, of which TypeScript does not even say which names it cannot find. */
function isUnchecked({ fileName }: ts.SourceFile, { checkJs = false }: ts.CompilerOptions): boolean {
  return !checkJs && /\.[cm]?jsx?$/.test(fileName);
}

function hasUnresolved({ fileName }: ts.SourceFile, diagnostics: DiagnosticCollector): boolean {
  const { code } = codeOf("unresolved-type");
  return diagnostics.sorted().some((one) => one.code === code && one.file === fileName);
}

/** "Cannot find name …", "… namespace …", "… module …", each with or without advice. */
const NAME_ERRORS: ReadonlySet<number> = new Set([2304, 2305, 2307, 2503, 2552, 2580, 2584, 2591, 2694]);

function isThere(path: string, disk: NotedDisk, diagnostics: DiagnosticCollector): boolean {
  const found = disk.isFile(path);
  if (!found)
    diagnostics.reportGlobal("no-such-file", `There is no file ${path}.`, "Check the path and the directory.");
  return found;
}

function isUserSource(file: ts.SourceFile, program: ts.Program): boolean {
  return !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file) && !file.fileName.endsWith(".json");
}

function knowsNull({ strict = true, strictNullChecks = strict }: ts.CompilerOptions): boolean {
  return strictNullChecks;
}
