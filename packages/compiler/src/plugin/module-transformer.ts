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

/** What a host leaves to us. */
export interface ModuleTransformerOptions {
  /** Whether standard decorators must be lowered, and metadata added to older ones, because nothing later does. */
  readonly lowersDecorators: boolean;
}

/** What becomes of a module. */
export interface TransformedModule {
  /** Its new text, if it declares classes to be served, or has decorators to be lowered. */
  readonly code: Code | undefined;
  /** What is wrong with it and with what it depends on. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of the files whose change makes another text of it. */
  readonly watchFiles: readonly string[];
}

/**
 * Registers the manifests of the classes in the modules that a host passes through, and lowers standard decorators. To
 * those of the older dialect it adds their metadata.
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

  /** To be called when files may have changed. */
  refresh(): void {
    this.#compiler.refresh();
    forgetTsconfigs();
  }

  /** Whether nothing becomes of a module, as far as that is known without its text. There are thousands of such modules. */
  leavesAlone(file: string): boolean {
    const found = this.#compiler.knownCompilationOf(file);
    if (!found) return false;
    const { compilation, path } = found;
    const isTouched = [...compilation.classes, ...compilation.decorated].some((one) => one.file === path);
    return !isTouched && concerns(found).diagnostics.length === 0;
  }

  /** Nothing comes back for a module that has nothing to do with servers, nor with metadata of decorators. */
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

/** Turns a TypeScript module with standard decorators into JavaScript without: not every host knows them. */
function lowerDecorators(source: Source, file: string, compilerOptions: EmitOptions): Promise<Code> {
  return toJavaScript(source, file, {
    target: "esnext",
    supported: { decorators: false },
    tsconfigRaw: { compilerOptions },
  });
}

/** How to lower a module's decorators, in whatever class they stand. The older dialect is left to the host, which knows it. */
function loweringOptions({ compilation, path }: ModuleCompilation): EmitOptions | undefined {
  const options = compilation.decorated.find(({ file }) => file === path)?.emitOptions;
  return options?.experimentalDecorators ? undefined : options;
}

/** A module that a compilation began with stands for all of it. */
export function concerns({ compilation, path, isEntry }: ModuleCompilation): Omit<TransformedModule, "code"> {
  const own = compilation.classes.filter(({ file }) => file === path).flatMap(({ dependencies }) => dependencies);
  const watchFiles = [...new Set([path, ...own])];
  const diagnostics = compilation.diagnostics.filter(({ file, severity }) => {
    // A host shows again and again what it is told, and hints are for those who look for them.
    return severity !== "hint" && (isEntry || (file && watchFiles.includes(file)));
  });
  return { diagnostics, watchFiles };
}
