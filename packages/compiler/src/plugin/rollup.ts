import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Code } from "../inject/inject-with-map.js";
import { ModuleTransformer, type PluginOptions } from "./module-transformer.js";
import { isSourceFile, SOURCE_FILES } from "./source-files.js";
import { toHostMessage } from "./to-host-message.js";

/** A plugin for Vite, Rollup and Rolldown. */
export interface RollupPlugin {
  readonly name: string;
  readonly enforce: "pre";
  readonly buildStart: () => void;
  readonly watchChange: () => void;
  readonly transform: {
    readonly order: "pre";
    readonly filter: { readonly id: { include: RegExp; exclude: RegExp } };
    readonly handler: (this: RollupContext, source: string, id: string) => Promise<Code | undefined>;
  };
}

/** The part of the bundler's interface that the plugin uses. */
export interface RollupContext {
  addWatchFile(file: string): void;
  warn(message: ReturnType<typeof toHostMessage>): void;
  error(message: ReturnType<typeof toHostMessage>): never;
}

/**
 * Plugin for Vite, Rollup and Rolldown.
 *
 * @example
 * ```ts
 * import plainmcp from "@plainmcp/compiler/vite";
 *
 * export default { plugins: [plainmcp()] };
 * ```
 */
export default function plainmcp(options: PluginOptions = {}): RollupPlugin {
  const transformer = new ModuleTransformer(options, { lowersDecorators: true });
  const warned = new WeakSet<Diagnostic>();
  return {
    name: "plainmcp",
    // Before the bundler strips the types.
    enforce: "pre",
    buildStart: () => transformer.refresh(),
    watchChange: () => transformer.refresh(),
    transform: {
      order: "pre",
      filter: { id: SOURCE_FILES },
      async handler(source, id) {
        // Not every version of the bundlers supports filters.
        const module = isSourceFile(id) ? await transformer.transform(source, id) : undefined;
        if (!module) return undefined;
        for (const file of module.watchFiles) this.addWatchFile(file);
        for (const warning of module.diagnostics) {
          if (warning.severity !== "warning" || warned.has(warning)) continue;
          warned.add(warning);
          this.warn(toHostMessage([warning]));
        }
        const [first, ...others] = module.diagnostics.filter(({ severity }) => severity === "error");
        if (first) this.error(toHostMessage([first, ...others]));
        return module.code;
      },
    },
  };
}
