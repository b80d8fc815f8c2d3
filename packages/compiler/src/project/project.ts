import type { DiagnosticCollector } from "../diagnostics/diagnostic-collector.js";
import type { ts } from "../typescript/typescript.js";
import type { GuessedOption } from "./compiler-options.js";
import type { EmitOptions } from "./emit-options.js";
import type { NotedDisk } from "./noted-disk.js";
import type { PackageFinder } from "./package-finder.js";
import type { ResolvedImport } from "./resolved-imports.js";
import type { SchemaSize } from "./schema-size.js";

/** Whose type errors matter: those of every source, or of the ones that a contract comes from. */
export type CheckedSources = "all" | "contract";

/** The user's program as the extractor sees it. */
export interface Project {
  readonly checker: ts.TypeChecker;
  readonly packages: PackageFinder;
  readonly diagnostics: DiagnosticCollector;
  /** How to get the types of Node.js, where the options leave them out. */
  readonly nodeTypesHelp: string | undefined;
  /** Options of the tsconfig that are unset, where it is not known what the user's TypeScript takes for them. */
  readonly guessed: readonly GuessedOption[];
  /** The compiler options of the run. */
  readonly options: ts.CompilerOptions;
  readonly checked: CheckedSources;
  /** How large the schemas of one tool may be. */
  readonly schemaSize: Required<SchemaSize>;
  /** The entry files, in the order given. */
  readonly entries: readonly ts.SourceFile[];
  /** All files of the user's own: the entry files, then the others. */
  readonly sources: readonly ts.SourceFile[];
  /** All files that a file depends on, itself among them. */
  dependenciesOf(file: ts.SourceFile): readonly string[];
  /** The disk. The compilation depends on whatever it is asked. */
  readonly disk: NotedDisk;
  /** What a source imports, and where that leads. */
  importsOf(file: ts.SourceFile): readonly ResolvedImport[];
  /** How a file's own tsconfig wants it to become JavaScript. */
  emitOptionsOf(file: ts.SourceFile): EmitOptions;
  /**
   * Reports the type errors of these files.
   *
   * @param imports The specifiers that must lead somewhere; without it, all must
   */
  checkTypes(files: readonly ts.SourceFile[], imports?: ReadonlySet<ts.Node>): void;
  /** Reports which imports of these files lead nowhere. */
  checkImports(files: readonly ts.SourceFile[]): void;
}
