import type { Manifest } from "@plainmcp/core/manifest";
import type { ClassExport } from "../classes/class-exports.js";
import type { UnservedClass } from "../classes/find-unserved.js";
import type { RegistrationSite } from "../classes/registration-site.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { BundlerOptions } from "../project/bundler-options.js";
import type { EmitOptions } from "../project/emit-options.js";

/** What `compile` returns. */
export interface CompileResult {
  /** All classes with decorated methods that the entry files reach: entry files first, then source order. */
  readonly manifest: Manifest;
  readonly classes: readonly CompiledClass[];
  /** All type errors and contract errors, sorted by file and position. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of the user's own source files that the entry files reach. */
  readonly sources: readonly string[];
}

/** The same, with what only our own packages use. */
export interface Compilation extends CompileResult {
  /** The classes that the entry files export without a manifest. */
  readonly unserved: readonly UnservedClass[];
  /** The sources with decorators. Not every toolchain can compile decorators. */
  readonly decorated: readonly DecoratedSource[];
  /** How to bundle the same modules that TypeScript has read. */
  readonly bundlerOptions: BundlerOptions;
}

/** A source file with decorators, from any library. */
export interface DecoratedSource {
  /** Absolute path. */
  readonly file: string;
  /** How its tsconfig says to compile it to JavaScript. */
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
  /** Where to register it in the source text that has the hash `sourceHash`. */
  readonly site: RegistrationSite;
  /** A hash of the source text that was compiled. */
  readonly sourceHash: string;
}
