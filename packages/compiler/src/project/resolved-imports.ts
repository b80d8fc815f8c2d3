import type { ts } from "../typescript/typescript.js";

/** An import, and the file that TypeScript resolves it to, if there is one. */
export interface ResolvedImport {
  readonly node: ts.StringLiteralLike;
  readonly target: string | undefined;
}

/** All imports of a module, in any form. */
export function resolvedImports(file: ts.SourceFile, program: ts.Program): ResolvedImport[] {
  return (file as Module).imports.map((node) => {
    const found = (program as Resolved).getResolvedModuleFromModuleSpecifier(node, file);
    return { node, target: found?.resolvedModule?.resolvedFileName };
  });
}

/** TypeScript collects these when it creates a program. Its public interface does not expose them. */
interface Module extends ts.SourceFile {
  readonly imports: readonly ts.StringLiteralLike[];
}

interface Resolved extends ts.Program {
  getResolvedModuleFromModuleSpecifier(
    node: ts.StringLiteralLike,
    file: ts.SourceFile,
  ): { readonly resolvedModule?: { readonly resolvedFileName: string } } | undefined;
}
