import { existsSync, realpathSync } from "node:fs";
import { CachedCompiler } from "../compile/cached-compiler.js";
import type { Compilation } from "../compile/compilation.js";
import type { ProjectOptions } from "../project/compile-options.js";

/** The compilation that a module is part of. */
export interface ModuleCompilation {
  readonly compilation: Compilation;
  /** The module's path, as the compilation names it. */
  readonly path: string;
  /** Whether it was this module that the compilation began with. */
  readonly isEntry: boolean;
}

/**
 * Compiles modules in the order in which a host comes upon them. Hosts begin with what imports the rest, so that most
 * modules are found in the compilation of an earlier one.
 */
export class ModuleCompiler {
  readonly #options: RunOptions;
  readonly #runs = new Map<string, Run>();

  constructor(options: RunOptions) {
    this.#options = options;
  }

  /** The compilation of a module, or nothing if it cannot have to do with servers. */
  compilationOf(file: string, source: string): ModuleCompilation | undefined {
    const path = toTypeScriptPath(file);
    if (path === undefined) return undefined;
    const known = this.#find(path);
    if (known || !mayServe(path, source)) return known;
    const run = new Run(path, this.#options);
    this.#runs.set(path, run);
    return { compilation: run.compilation(), path, isEntry: true };
  }

  /** The compilation of a module that an earlier one has led to. */
  knownCompilationOf(file: string): ModuleCompilation | undefined {
    const path = toTypeScriptPath(file);
    return path === undefined ? undefined : this.#find(path);
  }

  #find(path: string): ModuleCompilation | undefined {
    for (const [entry, run] of this.#runs) {
      if (run.includes(path)) return { compilation: run.compilation(), path, isEntry: entry === path };
    }
    return undefined;
  }

  /** To be called when files may have changed: until then every compilation holds. */
  refresh(): void {
    for (const run of this.#runs.values()) run.refresh();
  }
}

/** What all compilations have in common. */
type RunOptions = Pick<ProjectOptions, "tsconfig" | "schemaSize">;

class Run {
  readonly #compiler: CachedCompiler;
  #compilation: Compilation | undefined;
  #sources: ReadonlySet<string> = new Set();

  constructor(entry: string, options: RunOptions) {
    this.#compiler = new CachedCompiler({ ...options, files: [entry], checked: "contract" });
  }

  compilation(): Compilation {
    if (this.#compilation === undefined) {
      this.#compilation = this.#compiler.compile();
      this.#sources = new Set(this.#compilation.sources);
    }
    return this.#compilation;
  }

  /** Whether a module is part of it. */
  includes(path: string): boolean {
    this.compilation();
    return this.#sources.has(path);
  }

  refresh(): void {
    this.#compilation = undefined;
  }
}

/** A class that can be served is decorated or inherits; and what imports our packages leads to such classes. */
function mayServe(file: string, source: string): boolean {
  const isOurs = source.includes("@plainmcp/");
  // JavaScript is mostly what a compiler has made, and that has no decorators any more.
  if (/\.[cm]?jsx?$/.test(file)) return isOurs && /^\s*@\w/m.test(source);
  return isOurs || (/\bclass\b/.test(source) && /@\w|\bextends\b/.test(source));
}

/** Hosts also know modules that other plugins make up; those are no files. */
function toTypeScriptPath(id: string): string | undefined {
  return existsSync(id) ? realpathSync.native(id).replaceAll("\\", "/") : undefined;
}
