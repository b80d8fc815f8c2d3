import { fileURLToPath } from "node:url";
import { ModuleTransformer, type PluginOptions } from "./module-transformer.js";
import { SOURCE_FILES } from "./source-files.js";

/** A plugin as webpack and Rspack have it in common. */
export interface WebpackPlugin {
  apply(compiler: WebpackCompiler): void;
}

/** What the plugin uses of the host. */
export interface WebpackCompiler {
  readonly options: { readonly module: { readonly rules: unknown[] } };
  readonly hooks: { readonly compile: { tap(name: string, callback: () => void): void } };
}

/**
 * Plugin for webpack and Rspack. Decorators are left to the loader that compiles TypeScript, which comes after it.
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
