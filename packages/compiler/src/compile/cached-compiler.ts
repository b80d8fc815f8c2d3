import { resolve } from "node:path";
import { areStillTrue } from "../cache/disk-answers.js";
import type { ProjectOptions } from "../project/compile-options.js";
import { ProjectLoader } from "../project/project-loader.js";
import { schemaSizeLimits } from "../project/schema-size.js";
import { keepTypeScript } from "../typescript/typescript.js";
import type { Compilation } from "./compilation.js";
import { type CacheEntry, CompilationCache } from "./compilation-cache.js";
import { compileProject } from "./compile-project.js";

/**
 * Compiles the same entry files repeatedly. If nothing has changed, even since an earlier process, it returns the
 * cached result; after an edit, it only recompiles what the edit affects.
 */
export class CachedCompiler {
  readonly #loader: ProjectLoader;
  readonly #cache: CompilationCache;
  #last: CacheEntry | undefined;

  constructor(options: ProjectOptions) {
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
