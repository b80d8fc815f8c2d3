import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import type { BuildOptions } from "esbuild";

/** Replaces what a module knows of its own place by constants that {@link keepLocation} declares. */
export const locationDefines: NonNullable<BuildOptions["define"]> = {
  "import.meta.url": "__plainmcp_url",
  "import.meta.filename": "__plainmcp_filename",
  "import.meta.dirname": "__plainmcp_dirname",
  __filename: "__plainmcp_filename",
  __dirname: "__plainmcp_dirname",
};

/** Tells a module, which is about to be bundled into a file elsewhere, where it came from. */
export function keepLocation(source: string, file: string): string {
  if (!/\bimport\.meta\b|\b__(file|dir)name\b/.test(source)) return source;
  const declarations = [
    `const __plainmcp_url = ${JSON.stringify(pathToFileURL(file).href)};`,
    `const __plainmcp_filename = ${JSON.stringify(file)};`,
    `const __plainmcp_dirname = ${JSON.stringify(dirname(file))};`,
  ].join(" ");
  // On the first line, so that every line keeps its number; only a hashbang must stay in front.
  const [hashbang = ""] = /^#!.*\n?/.exec(source) ?? [];
  return `${hashbang}${declarations} ${source.slice(hashbang.length)}`;
}
