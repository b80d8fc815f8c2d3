import type { DiagnosticCollector } from "../diagnostics/diagnostic-collector.js";
import type { SchemaSize } from "../schema-size.js";
import type { ts } from "../typescript.js";
import type { NotedDisk } from "./noted-disk.js";
import type { PackageFinder } from "./package-finder.js";
import type { ResolvedImport } from "./resolved-imports.js";

/** The user's program as the extractor sees it. */
export interface Project {
  readonly checker: ts.TypeChecker;
  readonly packages: PackageFinder;
  readonly diagnostics: DiagnosticCollector;
  /** The options of the user's tsconfig. */
  readonly options: ts.CompilerOptions;
  /** How to get the types of Node.js, where the options leave them out. */
  readonly nodeTypesHelp: string | undefined;
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
  /** Reports the type errors of these files. */
  checkTypes(files: readonly ts.SourceFile[]): void;
}
