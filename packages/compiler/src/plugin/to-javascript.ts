import { createRequire } from "node:module";
import { extname } from "node:path";
import type { TransformOptions, TransformResult } from "esbuild";
import type { Code } from "../inject/inject-with-map.js";

/** A module's text, which may already be transformed. */
export interface Source {
  readonly code: string;
  /** A source map to the text it was made from, as JSON. */
  readonly map: string | undefined;
}

/** Compiles a TypeScript module with esbuild, which is loaded on first use. */
export async function toJavaScript(source: Source, file: string, options: TransformOptions): Promise<Code> {
  const { transform } = await import("esbuild");
  return transform(input(source), transformOptions(file, options));
}

/** The same for synchronous callers, such as `require`. */
export function toJavaScriptSync(source: Source, file: string, options: TransformOptions): TransformResult {
  const { transformSync } = createRequire(import.meta.url)("esbuild") as typeof import("esbuild");
  return transformSync(input(source), transformOptions(file, options));
}

/** esbuild combines its source map with the one in its input. */
function input({ code, map }: Source): string {
  return map === undefined ? code : withInlineMap(code, map);
}

function transformOptions(file: string, options: TransformOptions): TransformOptions {
  const loader = extname(file).endsWith("x") ? "tsx" : "ts";
  return { loader, sourcefile: file, sourcemap: "external", ...options };
}

/** The text with an inline source map at the end. */
export function withInlineMap(code: string, map: string): string {
  const base64 = Buffer.from(map).toString("base64");
  return `${code}\n//# ${MAP}=data:application/json;base64,${base64}\n`;
}

/** A separate constant, or tools would take the line above for this module's own map. */
const MAP = "sourceMappingURL";
