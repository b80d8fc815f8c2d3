import { readFileSync, statSync } from "node:fs";
import { createRequire, Module } from "node:module";
import { basename, dirname, join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";
import { cacheFolder } from "./cache-folder.js";
import { hash } from "./disk-answers.js";
import { readOwn } from "./read-own.js";
import { writeWhole } from "./write-whole.js";

/**
 * Loads a CommonJS module, and keeps what V8 has compiled of it for the next process, as Node does from version 22.1 on:
 * reading and compiling TypeScript takes longer than a small project does.
 */
export class CodeCache {
  readonly #file: string;
  #uncached: Script | undefined;

  /** @param file Absolute path of the module */
  constructor(file: string) {
    this.#file = file;
  }

  /** Runs the module and returns its exports. */
  load(): unknown {
    const cachedData = this.#read();
    const source = Module.wrap(readFileSync(this.#file, "utf8"));
    const script = new Script(source, { filename: this.#file, ...(cachedData && { cachedData }) });
    if (script.cachedDataRejected !== false) this.#uncached = script;
    const module = { exports: {} };
    const run = script.runInThisContext();
    run.call(module.exports, module.exports, createRequire(this.#file), module, this.#file, dirname(this.#file));
    return module.exports;
  }

  /** Keeps the code of what has been called so far, unless that is where it came from. */
  keep(): void {
    const path = this.#path();
    if (path === undefined || this.#uncached === undefined) return;
    const code = this.#uncached.createCachedData();
    this.#uncached = undefined;
    writeWhole(path, Buffer.concat([code, Buffer.from(hash(code))]));
  }

  /** V8 knows code of another version of itself, but not code that has been damaged. */
  #read(): Buffer | undefined {
    const path = this.#path();
    const kept = path === undefined ? undefined : readOwn(path);
    const code = kept?.subarray(0, -HASH_LENGTH);
    return code && hash(code) === kept?.subarray(-HASH_LENGTH).toString() ? code : undefined;
  }

  #path(): string | undefined {
    if (process.env.PLAINMCP_CACHE === "off") return undefined;
    const { size, mtimeMs } = statSync(this.#file);
    const key = hash(JSON.stringify([this.#file, size, mtimeMs, process.arch, cachedDataVersionTag()]));
    return join(cacheFolder(this.#file), `${basename(this.#file)}-${key}.code`);
  }
}

const HASH_LENGTH = hash("").length;
