import type { ts } from "../typescript.js";

/** What TypeScript has to say about the options and the given sources of a program. */
export function typeErrors(program: ts.Program, sources: readonly ts.SourceFile[]): readonly ts.Diagnostic[] {
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...sources.flatMap(({ fileName }) => {
      // The program may be another than the one the sources came from.
      const file = program.getSourceFile(fileName);
      return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    }),
  ];
}
