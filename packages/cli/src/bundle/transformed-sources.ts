import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Loader, Plugin } from "esbuild";

/** Changes the text of a module before it is bundled. */
export type SourceTransform = (source: string, file: string) => string;

/** Loads the modules that `isAffected` names through `transform`, and leaves every other to the bundler. */
export function transformedSources(isAffected: (file: string) => boolean, transform: SourceTransform): Plugin {
  return {
    name: "plainmcp:transformed-sources",
    setup(build) {
      build.onLoad({ filter: /\.[cm]?[jt]sx?$/, namespace: "file" }, async ({ path }) => {
        if (!isAffected(path)) return undefined;
        return { contents: transform(await readFile(path, "utf8"), path), loader: loaderOf(path) };
      });
    },
  };
}

function loaderOf(path: string): Loader {
  const extension = extname(path);
  if (extension.endsWith("x")) return extension === ".tsx" ? "tsx" : "jsx";
  return extension.endsWith("ts") ? "ts" : "js";
}
