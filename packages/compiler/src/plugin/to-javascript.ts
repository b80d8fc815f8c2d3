import { extname } from "node:path";
import type { TransformOptions } from "esbuild";
import type { Code } from "./inject-with-map.js";

/** A module's text, which may have been changed before. */
export interface Source {
  readonly code: string;
  /** A source map to the text it was made from, as JSON. */
  readonly map: string | undefined;
}

/** Compiles a TypeScript module with esbuild, which is loaded only then. */
export async function toJavaScript({ code, map }: Source, file: string, options: TransformOptions): Promise<Code> {
  const { transform } = await import("esbuild");
  // esbuild continues the map that it finds in its input.
  return transform(map === undefined ? code : withInlineMap(code, map), {
    loader: extname(file).endsWith("x") ? "tsx" : "ts",
    sourcefile: file,
    sourcemap: "external",
    ...options,
  });
}

/** The text with its map at the end, where tools look for it. */
export function withInlineMap(code: string, map: string): string {
  const base64 = Buffer.from(map).toString("base64");
  return `${code}\n//# ${MAP}=data:application/json;base64,${base64}\n`;
}

/** Apart, or tools would take the line above for this module's own map. */
const MAP = "sourceMappingURL";
