import { fileURLToPath } from "node:url";
import { ModuleTransformer, type PluginOptions } from "./module-transformer.js";
import { SOURCE_FILES } from "./source-files.js";

/** A plugin for webpack and Rspack. */
export interface WebpackPlugin {
  apply(compiler: WebpackCompiler): void;
}

/** The part of the bundler's interface that the plugin uses. */
export interface WebpackCompiler {
  readonly options: { readonly module: { readonly rules: unknown[] } };
  readonly hooks: { readonly compile: { tap(name: string, callback: () => void): void } };
}

/**
 * Plugin for webpack and Rspack. It leaves decorators to the loader that compiles TypeScript afterwards.
 *
 * @example
 * ```ts
 * import plainmcp from "@plainmcp/compiler/webpack";
 *
 * export default { plugins: [plainmcp()] };
 * ```
 */
export default function plainmcp(options: PluginOptions = {}): WebpackPlugin {
  return {
    apply(compiler) {
      const transformer = new ModuleTransformer(options, { lowersDecorators: false });
      compiler.hooks.compile.tap("plainmcp", () => transformer.refresh());
      compiler.options.module.rules.unshift({
        enforce: "pre",
        test: SOURCE_FILES.include,
        exclude: SOURCE_FILES.exclude,
        loader: fileURLToPath(new URL("./webpack-loader.js", import.meta.url)),
        options: { transformer },
      });
    },
  };
}
