import { existsSync, realpathSync } from "node:fs";
import { CachedCompiler } from "../compile/cached-compiler.js";
import type { Compilation } from "../compile/compilation.js";
import type { ProjectOptions } from "../project/compile-options.js";

/** The compilation that a module is part of. */
export interface ModuleCompilation {
  readonly compilation: Compilation;
  /** The module's path in the compilation. */
  readonly path: string;
  /** Whether the module is the entry of the compilation. */
  readonly isEntry: boolean;
}

/**
 * Compiles modules in the order in which the bundler reaches them. It starts with the modules that import the rest, so
 * most modules are part of an earlier compilation.
 */
export class ModuleCompiler {
  readonly #options: RunOptions;
  readonly #runs = new Map<string, Run>();

  constructor(options: RunOptions) {
    this.#options = options;
  }

  /** The compilation of a module; undefined if the module cannot have anything to do with servers. */
  compilationOf(file: string, source: string): ModuleCompilation | undefined {
    const path = toTypeScriptPath(file);
    if (path === undefined) return undefined;
    const known = this.#find(path);
    if (known || !mayServe(path, source)) return known;
    const run = new Run(path, this.#options);
    this.#runs.set(path, run);
    return { compilation: run.compilation(), path, isEntry: true };
  }

  /** The earlier compilation that includes a module, if there is one. */
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

  /** Call this when files may have changed: until then, compilations are reused. */
  refresh(): void {
    for (const run of this.#runs.values()) run.refresh();
  }
}

/** The options that all compilations share. */
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

  /** Whether the compilation includes a module. */
  includes(path: string): boolean {
    this.compilation();
    return this.#sources.has(path);
  }

  refresh(): void {
    this.#compilation = undefined;
  }
}

/** A served class has decorators or extends another class, and modules that import our packages may lead to one. */
function mayServe(file: string, source: string): boolean {
  const isOurs = source.includes("@plainmcp/");
  // Most JavaScript is compiled, and has no decorators any more.
  if (/\.[cm]?jsx?$/.test(file)) return isOurs && /^\s*@\w/m.test(source);
  return isOurs || (/\bclass\b/.test(source) && /@\w|\bextends\b/.test(source));
}

/** Bundlers also have virtual modules, which are not files. */
function toTypeScriptPath(id: string): string | undefined {
  return existsSync(id) ? realpathSync.native(id).replaceAll("\\", "/") : undefined;
}
