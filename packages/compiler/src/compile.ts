import type { Manifest } from "@plainmcp/core/manifest";
import type { BundlerOptions } from "./bundler-options.js";
import { CachedCompiler } from "./cache/cached-compiler.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import type { EmitOptions } from "./emit-options.js";
import type { ClassExport } from "./extractor/class-exports.js";
import type { UnservedClass } from "./extractor/find-unserved.js";
import type { CheckedSources } from "./project/project.js";
import type { RegistrationSite } from "./registration-site.js";
import type { SchemaSize } from "./schema-size.js";

/** Options of {@link compile}. */
export interface CompileOptions {
  /** Entry source files. */
  readonly files: readonly string[];
  /** The tsconfig file. @default the nearest one above the first file, else strict defaults */
  readonly tsconfig?: string;
  /** How large the schemas of one tool may be. @default `{ warn: 20_000, error: 200_000 }` bytes */
  readonly schemaSize?: SchemaSize;
  /**
   * Whose type errors are reported: those of all sources that the entry files reach, as `tsc` does, or only of the files
   * that the contract comes from. @default "all"
   */
  readonly checked?: CheckedSources;
  /** Directory that relative paths start from. @default process.cwd() */
  readonly cwd?: string;
}

/** What a run found out. */
export interface Compilation {
  /** All classes with decorated methods that the entry files reach: entry files first, then source order. */
  readonly manifest: Manifest;
  readonly classes: readonly CompiledClass[];
  /** The other classes that the entry files export. */
  readonly unserved: readonly UnservedClass[];
  /** All type errors and contract errors of the run, by file and position. */
  readonly diagnostics: readonly Diagnostic[];
  /** The sources with decorators, which not every toolchain knows. */
  readonly decorated: readonly DecoratedSource[];
  /** How to bundle the modules that TypeScript has read. */
  readonly bundlerOptions: BundlerOptions;
  /** Absolute paths of all source files of the user's own that the entry files reach. */
  readonly sources: readonly string[];
}

/** A source file with decorators, ours or others. */
export interface DecoratedSource {
  /** Absolute path. */
  readonly file: string;
  /** How its tsconfig wants it to become JavaScript. */
  readonly emitOptions: EmitOptions;
}

/** One class that can be served. */
export interface CompiledClass {
  /** Its name in the source, `"default"` if it has none. */
  readonly name: string;
  /** Absolute path of its source file. */
  readonly file: string;
  /** The exports of the entry files that are this class, an instance of it, or a server defined with it. */
  readonly exports: readonly ClassExport[];
  /** A complete manifest that holds only this class. */
  readonly manifest: Manifest;
  /** Absolute paths of the files outside of `node_modules` that the manifest was made from. */
  readonly dependencies: readonly string[];
  /** Where it is registered, in the text of `sourceHash`. */
  readonly site: RegistrationSite;
  /** Tells whether a text of the file is the one that was compiled. */
  readonly sourceHash: string;
}

/**
 * Compiles classes to their manifest. Problems of the sources are returned as diagnostics, all of them; the manifest is
 * complete only where no diagnostic is an error.
 *
 * The result is kept in `node_modules/.cache/plainmcp`, and taken from there as long as nothing that it was made from
 * has changed. `PLAINMCP_CACHE=off` in the environment turns that off.
 *
 * @example
 * ```ts
 * const { manifest, diagnostics } = compile({ files: ["weather.ts"] });
 * ```
 */
export function compile(options: CompileOptions): Compilation {
  return new CachedCompiler(options).compile();
}
