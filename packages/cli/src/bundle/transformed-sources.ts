import { readFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import type { Compilation } from "@plainmcp/compiler/internal";
import type { Loader, Plugin } from "esbuild";
import { TOLD } from "./plugin-data.js";

/** Changes the text of a module before it is bundled. */
export type SourceTransform = (source: string, file: string) => string;

/** How {@link transformedSources} loads. */
export interface TransformedSourcesOptions {
  /** Whether to transform a module; the bundler reads all others itself. */
  readonly isAffected: (file: string) => boolean;
  readonly transform: SourceTransform;
  /** Has the compiler options of modules with decorators. */
  readonly compilation: Pick<Compilation, "decorated">;
}

/** Loads modules with a text other than the one on disk. */
export function transformedSources({ isAffected, transform, compilation }: TransformedSourcesOptions): Plugin {
  const decorated = new Map(compilation.decorated.map(({ file, emitOptions }) => [resolve(file), emitOptions]));
  return {
    name: "plainmcp:transformed-sources",
    setup(build) {
      build.onLoad({ filter: /\.[cm]?[jt]sx?$/, namespace: "file" }, async ({ path, pluginData }) => {
        if (!isAffected(path)) return undefined;
        const contents = transform(await readFile(path, "utf8"), path);
        const loader = loaderOf(path);
        const compilerOptions = pluginData === TOLD ? decorated.get(path) : undefined;
        if (compilerOptions === undefined) return { contents, loader };
        const { code } = await build.esbuild.transform(contents, {
          loader,
          sourcefile: path,
          sourcemap: "inline",
          tsconfigRaw: { compilerOptions },
          ...(build.initialOptions.target !== undefined && { target: build.initialOptions.target }),
        });
        return { contents: code, loader: "js" };
      });
    },
  };
}

function loaderOf(path: string): Loader {
  const extension = extname(path);
  if (extension.endsWith("x")) return extension === ".tsx" ? "tsx" : "jsx";
  return extension.endsWith("ts") ? "ts" : "js";
}
