import type { ts } from "../typescript/typescript.js";
import type { Project } from "./project.js";

/** The name of a symbol that `@plainmcp/core` declares, whatever the user's file calls it. */
export function coreName(symbol: ts.Symbol | undefined, { packages }: Project): string | undefined {
  const declaration = symbol?.declarations?.[0];
  if (!symbol || !declaration) return undefined;
  return packages.packageOf(declaration.getSourceFile().fileName)?.name === "@plainmcp/core" ? symbol.name : undefined;
}

/** The name of a symbol that the language or the platform declares: `Date`, `Buffer`, `Response`. */
export function platformName(symbol: ts.Symbol | undefined, project: Project): string | undefined {
  // What `Partial` makes of a type has no name, though it is declared in the library.
  if (symbol?.name.startsWith("__")) return undefined;
  const declared = symbol?.declarations?.some((declaration) => isPlatformFile(declaration.getSourceFile(), project));
  return declared ? symbol?.name : undefined;
}

function isPlatformFile(file: ts.SourceFile, { packages }: Project): boolean {
  return file.isDeclarationFile && PLATFORM_PACKAGES.has(packages.packageOf(file.fileName)?.name ?? "");
}

const PLATFORM_PACKAGES: ReadonlySet<string> = new Set([
  "typescript",
  "@types/node",
  "undici-types",
  "bun-types",
  "@cloudflare/workers-types",
]);
