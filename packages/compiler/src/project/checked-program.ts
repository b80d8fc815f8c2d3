import { ts } from "../typescript/typescript.js";

/** A program, and what TypeScript says about it. */
export class CheckedProgram {
  readonly program: ts.Program;
  #builder: ts.SemanticDiagnosticsBuilderProgram | undefined;

  /**
   * @param old The program before an edit, with the same options and roots. TypeScript reuses what the edit did not
   * affect.
   */
  constructor(roots: readonly string[], options: ts.CompilerOptions, host: ts.CompilerHost, old?: CheckedProgram) {
    this.program = ts.createProgram(roots, options, host, old?.program);
  }

  /** All files that a file depends on, including itself. */
  dependenciesOf(file: ts.SourceFile): readonly string[] {
    this.#builder ??= ts.createSemanticDiagnosticsBuilderProgram(this.program, {});
    return this.#builder.getAllDependencies(file);
  }

  /** Errors in the options. */
  optionErrors(): readonly ts.Diagnostic[] {
    return [...this.program.getOptionsDiagnostics(), ...this.program.getGlobalDiagnostics()];
  }

  /** Errors in sources, which may belong to another program with the same files. */
  errorsIn(sources: readonly ts.SourceFile[]): readonly ts.Diagnostic[] {
    return sources.flatMap(({ fileName }) => {
      const file = this.program.getSourceFile(fileName);
      return [...this.program.getSyntacticDiagnostics(file), ...this.program.getSemanticDiagnostics(file)];
    });
  }
}
