import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import type { BuildOptions } from "esbuild";

/** Replaces what tells a module its own location by constants that {@link keepLocation} declares. */
export const locationDefines: NonNullable<BuildOptions["define"]> = {
  "import.meta.url": "__plainmcp_url",
  "import.meta.filename": "__plainmcp_filename",
  "import.meta.dirname": "__plainmcp_dirname",
  "import.meta.resolve": "__plainmcp_resolve",
  __filename: "__plainmcp_filename",
  __dirname: "__plainmcp_dirname",
};

/**
 * What the declarations need, once for the whole bundle: Node resolves from the location of the bundle, which is right
 * for packages but not for paths.
 */
export const locationBanner: string =
  "const __plainmcp_resolver = (url) => (specifier) => /^\\.{0,2}\\//.test(specifier) ? new URL(specifier, url).href : import.meta.resolve(specifier);";

/** Tells a module where it came from, before it is bundled into a file elsewhere. */
export function keepLocation(source: string, file: string): string {
  if (!/\bimport\.meta\b|\b__(file|dir)name\b/.test(source)) return source;
  const declarations = [
    `const __plainmcp_url = ${JSON.stringify(pathToFileURL(file).href)};`,
    `const __plainmcp_filename = ${JSON.stringify(file)};`,
    `const __plainmcp_dirname = ${JSON.stringify(dirname(file))};`,
    "const __plainmcp_resolve = __plainmcp_resolver(__plainmcp_url);",
  ].join(" ");
  // On the first line, so that every line keeps its number; only a hashbang must stay in front.
  const [hashbang = ""] = /^#!.*\n?/.exec(source) ?? [];
  return `${hashbang}${declarations} ${source.slice(hashbang.length)}`;
}
