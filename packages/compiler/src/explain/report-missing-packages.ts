import type { Project } from "../project/project.js";
import { ts } from "../typescript/typescript.js";

/**
 * Reports unresolved imports of our packages in JavaScript, since TypeScript does not. Without the decorators, no class
 * would be found.
 */
export function reportMissingPackages({ sources, options, importsOf, diagnostics }: Project): void {
  const unchecked = options.checkJs ? [] : sources.filter(({ fileName }) => /\.[cm]?jsx?$/.test(fileName));
  const missing = unchecked.flatMap((file) => {
    const imports = importsOf(file).filter(({ node, target }) => target === undefined && node.text.startsWith(SCOPE));
    return imports.map(({ node }) => ({
      category: ts.DiagnosticCategory.Error,
      code: 2307,
      messageText: `Cannot find module '${node.text}' or its corresponding type declarations.`,
      file,
      start: node.getStart(file),
      length: node.getWidth(file),
    }));
  });
  diagnostics.addTypeScript(missing);
}

const SCOPE = "@plainmcp/";
