import { resolve } from "node:path";
import type { Compilation, CompileOptions } from "../compile.js";
import { compileProject } from "../compile-project.js";
import { ProjectLoader } from "../project/project-loader.js";
import { schemaSizeLimits } from "../schema-size.js";
import { keepTypeScript } from "../typescript.js";
import { CompilationCache } from "./compilation-cache.js";
import { areStillTrue, type DiskAnswers } from "./disk-answers.js";

/** A compilation, and what was read to make it. */
export interface CacheEntry {
  readonly answers: DiskAnswers;
  readonly compilation: Compilation;
}

/**
 * Compiles the same entry files again and again: not at all while nothing has changed, be it since the last process, and
 * at the price of what an edit touched when something has.
 */
export class CachedCompiler {
  readonly #loader: ProjectLoader;
  readonly #cache: CompilationCache;
  #last: CacheEntry | undefined;

  constructor(options: CompileOptions) {
    const { files, tsconfig, schemaSize, checked = "all", cwd = process.cwd() } = options;
    this.#loader = new ProjectLoader(options);
    this.#cache = new CompilationCache(
      resolve(cwd, files[0] ?? "."),
      JSON.stringify([
        checked,
        schemaSizeLimits(schemaSize),
        files.map((file) => resolve(cwd, file)),
        tsconfig && resolve(cwd, tsconfig),
        process.cwd(),
      ]),
    );
  }

  compile(): Compilation {
    const last = this.#last ?? this.#cache.read();
    this.#last = last && areStillTrue(last.answers) ? last : this.#run();
    return this.#last.compilation;
  }

  #run(): CacheEntry {
    const compilation = compileProject(this.#loader.load());
    const entry = { answers: this.#loader.disk.answers, compilation };
    this.#cache.write(entry);
    keepTypeScript();
    return entry;
  }
}
