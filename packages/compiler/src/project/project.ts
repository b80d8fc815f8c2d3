import type { DiagnosticCollector } from "../diagnostics/diagnostic-collector.js";
import type { ts } from "../typescript/typescript.js";
import type { GuessedOption } from "./compiler-options.js";
import type { EmitOptions } from "./emit-options.js";
import type { NotedDisk } from "./noted-disk.js";
import type { PackageFinder } from "./package-finder.js";
import type { ResolvedImport } from "./resolved-imports.js";
import type { SchemaSize } from "./schema-size.js";

/** Whose type errors matter: those in every source, or only in the sources that the contract comes from. */
export type CheckedSources = "all" | "contract";

/** The user's program, as the compiler sees it. */
export interface Project {
  readonly checker: ts.TypeChecker;
  readonly packages: PackageFinder;
  readonly diagnostics: DiagnosticCollector;
  /** How to get the types of Node.js, if the options leave them out. */
  readonly nodeTypesHelp: string | undefined;
  /** Unset options whose default in the user's TypeScript is unknown. */
  readonly guessed: readonly GuessedOption[];
  /** The compiler options of the run. */
  readonly options: ts.CompilerOptions;
  readonly checked: CheckedSources;
  /** How large the schemas of one tool may be. */
  readonly schemaSize: Required<SchemaSize>;
  /** The entry files, in the order given. */
  readonly entries: readonly ts.SourceFile[];
  /** The user's own files: the entry files first, then the others. */
  readonly sources: readonly ts.SourceFile[];
  /** All files that a file depends on, including itself. */
  dependenciesOf(file: ts.SourceFile): readonly string[];
  /** The disk. The result depends on all its answers. */
  readonly disk: NotedDisk;
  /** The imports of a source, and what they resolve to. */
  importsOf(file: ts.SourceFile): readonly ResolvedImport[];
  /** How a file's own tsconfig says to compile it to JavaScript. */
  emitOptionsOf(file: ts.SourceFile): EmitOptions;
  /**
   * Reports the type errors of these files.
   *
   * @param imports The specifiers that must resolve. @default all of them
   */
  checkTypes(files: readonly ts.SourceFile[], imports?: ReadonlySet<ts.Node>): void;
  /** Reports the unresolved imports in these files. */
  checkImports(files: readonly ts.SourceFile[]): void;
}
