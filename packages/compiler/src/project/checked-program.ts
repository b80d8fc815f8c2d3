import { ts } from "../typescript.js";

/** A program, and what TypeScript says about it. Where an older one is continued, only what an edit affects is looked at again. */
export class CheckedProgram {
  readonly program: ts.Program;
  readonly #builder: ts.SemanticDiagnosticsBuilderProgram;

  /** @param old The program before the edit, with the same options and roots */
  constructor(roots: readonly string[], options: ts.CompilerOptions, host: ts.CompilerHost, old?: CheckedProgram) {
    this.program = ts.createProgram(roots, options, host, old?.program);
    this.#builder = ts.createSemanticDiagnosticsBuilderProgram(this.program, {}, old && old.#builder);
  }

  /** All files that a file depends on, itself among them. */
  dependenciesOf(file: ts.SourceFile): readonly string[] {
    return this.#builder.getAllDependencies(file);
  }

  /** What is wrong with the options. */
  optionErrors(): readonly ts.Diagnostic[] {
    return [...this.program.getOptionsDiagnostics(), ...this.program.getGlobalDiagnostics()];
  }

  /** What is wrong with sources, which may come from another program of the same files. */
  errorsIn(sources: readonly ts.SourceFile[]): readonly ts.Diagnostic[] {
    this.#forgetAffected();
    return sources.flatMap(({ fileName }) => {
      const file = this.program.getSourceFile(fileName);
      return [...this.#builder.getSyntacticDiagnostics(file), ...this.#builder.getSemanticDiagnostics(file)];
    });
  }

  /** The builder drops what it knew of the affected files while it lists them. */
  #forgetAffected(): void {
    while (this.#builder.getSemanticDiagnosticsOfNextAffectedFile(undefined, () => true)) {}
  }
}
