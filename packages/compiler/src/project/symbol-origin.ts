import type { ts } from "../typescript/typescript.js";
import type { Project } from "./project.js";

/** The name of a symbol in `@plainmcp/core`, whatever the user's file calls it; undefined for any other symbol. */
export function coreName(symbol: ts.Symbol | undefined, { packages }: Project): string | undefined {
  const declaration = symbol?.declarations?.[0];
  if (!symbol || !declaration) return undefined;
  return packages.packageOf(declaration.getSourceFile().fileName)?.name === "@plainmcp/core" ? symbol.name : undefined;
}

/**
 * The name of a symbol of the language or the platform, such as `Date`, `Buffer` or `Response`; undefined for any other
 * symbol.
 */
export function platformName(symbol: ts.Symbol | undefined, project: Project): string | undefined {
  // `Partial<T>` and similar types have no name of their own, although the library declares them.
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
