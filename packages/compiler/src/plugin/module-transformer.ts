import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { manifestInsertions } from "../inject/inject-manifest.js";
import { type Code, injectWithMap } from "../inject/inject-with-map.js";
import { metadataInsertions } from "../metadata/inject-metadata.js";
import type { EmitOptions } from "../project/emit-options.js";
import type { SchemaSize } from "../project/schema-size.js";
import { forgetTsconfigs } from "../typescript/tsconfig-of.js";
import { type ModuleCompilation, ModuleCompiler } from "./module-compiler.js";
import { type Source, toJavaScript } from "./to-javascript.js";

/** Options of the plugins. */
export interface PluginOptions {
  /** The tsconfig file. @default the nearest one above each module */
  readonly tsconfig?: string;
  /** How large the schemas of one tool may be. @default `{ warn: 20_000, error: 200_000 }` bytes */
  readonly schemaSize?: SchemaSize;
}

/** What the bundler leaves to the plugin. */
export interface ModuleTransformerOptions {
  /** Whether the plugin must lower standard decorators and add metadata to legacy ones, because no later step does. */
  readonly lowersDecorators: boolean;
}

/** The result for one module. */
export interface TransformedModule {
  /** Its new text, if it declares served classes or has decorators to lower. */
  readonly code: Code | undefined;
  /** The problems in it and in the files that it depends on. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of the files that the result depends on. */
  readonly watchFiles: readonly string[];
}

/**
 * Adds the registration of manifests to the modules of a bundler, lowers standard decorators, and adds metadata to
 * legacy ones.
 */
export class ModuleTransformer {
  readonly #compiler: ModuleCompiler;
  readonly #lowersDecorators: boolean;
  readonly #tsconfig: string | undefined;

  constructor({ tsconfig, schemaSize }: PluginOptions, { lowersDecorators }: ModuleTransformerOptions) {
    this.#compiler = new ModuleCompiler({
      ...(tsconfig !== undefined && { tsconfig: resolve(tsconfig) }),
      ...(schemaSize && { schemaSize }),
    });
    this.#lowersDecorators = lowersDecorators;
    this.#tsconfig = tsconfig;
  }

  /** Call this when files may have changed. */
  refresh(): void {
    this.#compiler.refresh();
    forgetTsconfigs();
  }

  /** Whether a module stays as it is, if that is known without reading it. There are thousands of such modules. */
  leavesAlone(file: string): boolean {
    const found = this.#compiler.knownCompilationOf(file);
    if (!found) return false;
    const { compilation, path } = found;
    const isTouched = [...compilation.classes, ...compilation.decorated].some((one) => one.file === path);
    return !isTouched && concerns(found).diagnostics.length === 0;
  }

  /** Transforms a module; undefined if it has nothing to do with servers or decorator metadata. */
  async transform(source: string, file: string): Promise<TransformedModule | undefined> {
    const found = this.#compiler.compilationOf(file, source);
    const code = injectWithMap(source, file, [
      ...(found ? manifestInsertions(source, file, found.compilation) : []),
      ...(this.#lowersDecorators ? metadataInsertions(source, file, this.#tsconfig) : []),
    ]);
    if (!found) return code && { code, diagnostics: [], watchFiles: [file] };
    const options = this.#lowersDecorators ? loweringOptions(found) : undefined;
    return {
      code: options ? await lowerDecorators(code ?? { code: source, map: undefined }, file, options) : code,
      ...concerns(found),
    };
  }
}

/**
 * Compiles a TypeScript module with standard decorators to JavaScript without decorators, because not every bundler
 * supports them.
 */
function lowerDecorators(source: Source, file: string, compilerOptions: EmitOptions): Promise<Code> {
  return toJavaScript(source, file, {
    target: "esnext",
    supported: { decorators: false },
    tsconfigRaw: { compilerOptions },
  });
}

/** How to lower a module's decorators, in any class. Legacy decorators are left to the bundler, which supports them. */
function loweringOptions({ compilation, path }: ModuleCompilation): EmitOptions | undefined {
  const options = compilation.decorated.find(({ file }) => file === path)?.emitOptions;
  return options?.experimentalDecorators ? undefined : options;
}

/** What concerns a module: for the entry of a compilation, all of the compilation. */
export function concerns({ compilation, path, isEntry }: ModuleCompilation): Omit<TransformedModule, "code"> {
  const own = compilation.classes.filter(({ file }) => file === path).flatMap(({ dependencies }) => dependencies);
  const watchFiles = [...new Set([path, ...own])];
  const diagnostics = compilation.diagnostics.filter(({ file, severity }) => {
    // Bundlers repeat messages at each build, so they get no hints.
    return severity !== "hint" && (isEntry || (file && watchFiles.includes(file)));
  });
  return { diagnostics, watchFiles };
}
