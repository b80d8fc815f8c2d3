import { resolve } from "node:path";
import { DiagnosticCollector } from "../diagnostics/diagnostic-collector.js";
import { isPackaged } from "../typescript/is-packaged.js";
import type { ts } from "../typescript/typescript.js";
import { CheckedProgram } from "./checked-program.js";
import type { ProjectOptions } from "./compile-options.js";
import { readCompilerOptions } from "./compiler-options.js";
import { emitOptions } from "./emit-options.js";
import { NotedDisk } from "./noted-disk.js";
import { PackageFinder } from "./package-finder.js";
import { createProgramHost } from "./program-host.js";
import type { CheckedSources, Project } from "./project.js";
import { resolvedImports } from "./resolved-imports.js";
import { type SchemaSize, schemaSizeLimits } from "./schema-size.js";
import { Tsconfigs } from "./tsconfigs.js";
import { TypeJudge } from "./type-judge.js";

/** Loads the entry files and everything they import. After an edit, it only reloads what the edit affects. */
export class ProjectLoader {
  readonly #entries: readonly string[];
  readonly #tsconfig: string | undefined;
  readonly #schemaSize: Required<SchemaSize>;
  readonly #checked: CheckedSources;
  #disk = new NotedDisk();
  /** The last programs, with our options and with the user's own. */
  #programs: { readonly ours?: CheckedProgram; readonly theirs?: CheckedProgram } = {};

  constructor({ files, tsconfig, schemaSize, checked = "all", cwd = process.cwd() }: ProjectOptions) {
    this.#entries = files.map((file) => resolve(cwd, file));
    this.#tsconfig = tsconfig === undefined ? undefined : resolve(cwd, tsconfig);
    this.#schemaSize = schemaSizeLimits(schemaSize);
    this.#checked = checked;
  }

  /** The disk of the last run. */
  get disk(): NotedDisk {
    return this.#disk;
  }

  load(): Project {
    const { disk, hasMoved } = this.#disk.reread();
    this.#disk = disk;
    // An old program would keep the old resolution of imports.
    if (hasMoved) this.#programs = {};
    const diagnostics = new DiagnosticCollector();
    const paths = this.#entries.filter((path) => isThere(path, disk, diagnostics));
    const tsconfigs = new Tsconfigs(this.#tsconfig, disk);
    const config = readCompilerOptions(tsconfigs, paths[0] ?? resolve("entry"), disk);
    diagnostics.addTypeScript(config.errors);
    const roots = [...paths, ...config.ambientFiles];
    const load = (options: ts.CompilerOptions, old?: CheckedProgram) =>
      new CheckedProgram(roots, options, createProgramHost(options, disk), old);
    const ours = load({ ...config.options, strictNullChecks: true }, this.#programs.ours);
    this.#programs = { ...this.#programs, ours };
    const { program } = ours;
    const entries = paths.flatMap((path) => program.getSourceFile(path) ?? []);
    const others = program.getSourceFiles().filter((file) => isUserSource(file, disk) && !entries.includes(file));
    const judge = new TypeJudge({
      options: config.options,
      checked: this.#checked,
      unknownErrors: config.unknownErrors ?? new Set(),
      diagnostics,
      program,
      load: (options) => {
        // The user must not see errors that only our `strictNullChecks` causes, so their program is checked separately.
        if (options !== config.options) return load(options);
        const theirs = knowsNull(options) ? ours : load(options, this.#programs.theirs);
        this.#programs = { ours, theirs };
        return theirs;
      },
    });
    return {
      checker: program.getTypeChecker(),
      packages: new PackageFinder(disk),
      diagnostics,
      options: config.options,
      nodeTypesHelp: config.nodeTypesHelp,
      guessed: config.guessed,
      checked: this.#checked,
      schemaSize: this.#schemaSize,
      entries,
      sources: [...entries, ...others],
      dependenciesOf: (file) => ours.dependenciesOf(file),
      disk,
      importsOf: (file) => resolvedImports(file, program),
      emitOptionsOf({ fileName }) {
        const tsconfig = tsconfigs.find(fileName);
        return emitOptions((tsconfig !== undefined && tsconfigs.parse(tsconfig).parsed?.options) || {});
      },
      checkTypes: (files, imports) => judge.checkTypes(files, imports),
      checkImports: (files) => judge.checkImports(files),
    };
  }
}

function isThere(path: string, disk: NotedDisk, diagnostics: DiagnosticCollector): boolean {
  const found = disk.isFile(path);
  if (!found)
    diagnostics.reportGlobal("no-such-file", `There is no file ${path}.`, "Check the path and the working directory.");
  return found;
}

/** Whether the user can edit a file. Packages of the same workspace are only linked into `node_modules`. */
function isUserSource({ fileName, isDeclarationFile }: ts.SourceFile, disk: NotedDisk): boolean {
  if (isDeclarationFile || fileName.endsWith(".json")) return false;
  return !isPackaged(fileName) || !isPackaged(disk.realPath(fileName));
}

function knowsNull({ strict = true, strictNullChecks = strict }: ts.CompilerOptions): boolean {
  return strictNullChecks;
}
