import { readFileSync } from "node:fs";

/**
 * Whether one of the files imports `dynamic` of `@plainmcp/core`. What it makes exists only at run time, so that a module
 * without a class may still export a server.
 */
export function importsDynamic(files: readonly string[]): boolean {
  return files.some((file) => {
    return !/[\\/]node_modules[\\/]|\.d\.[cm]?ts$/.test(file) && IMPORT.test(readFileSync(file, "utf8"));
  });
}

const IMPORT = /\bdynamic\b[^;]*\bfrom\s*["']@plainmcp\/core["']/;
