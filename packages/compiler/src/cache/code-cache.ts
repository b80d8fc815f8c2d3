import { isAscii } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { createRequire, Module } from "node:module";
import { basename, dirname, join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";
import { readOwn, writeWhole } from "./cache-file.js";
import { cacheFolder } from "./cache-folder.js";
import { hash } from "./disk-answers.js";

/**
 * Loads a CommonJS module and caches its compiled code for the next process, as Node itself can since version 22.1.
 * Reading and compiling TypeScript takes longer than compiling a small project with it.
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
    const require = createRequire(this.#file);
    const path = this.#path();
    if (path === undefined) return require(this.#file);
    const cachedData = readCode(path);
    const source = Module.wrap(readText(this.#file));
    const script = new Script(source, { filename: this.#file, ...(cachedData && { cachedData }) });
    if (script.cachedDataRejected !== false) this.#uncached = script;
    const module = Object.assign(new Module(this.#file), { filename: this.#file, loaded: true });
    require.cache[this.#file] = module;
    const run = script.runInThisContext();
    run.call(module.exports, module.exports, require, module, this.#file, dirname(this.#file));
    return module.exports;
  }

  /** Caches the compiled code of all functions called so far, unless it came from the cache. */
  keep(): void {
    const path = this.#path();
    if (path === undefined || this.#uncached === undefined) return;
    const code = this.#uncached.createCachedData();
    this.#uncached = undefined;
    writeWhole(path, Buffer.concat([code, Buffer.from(hash(code))]));
  }

  /** Undefined if the cache is off, or in Bun and Deno, which have caches of their own. */
  #path(): string | undefined {
    const { bun, deno } = process.versions;
    if (process.env.PLAINMCP_CACHE === "off" || bun !== undefined || deno !== undefined) return undefined;
    const { size, mtimeMs } = statSync(this.#file);
    const key = hash(JSON.stringify([this.#file, size, mtimeMs, process.arch, cachedDataVersionTag()]));
    return join(cacheFolder(this.#file), `${basename(this.#file)}-${key}.code`);
  }
}

/** V8 rejects code from another V8 version, but does not notice damaged code. */
function readCode(path: string): Buffer | undefined {
  const kept = readOwn(path);
  const code = kept?.subarray(0, -HASH_LENGTH);
  return code && hash(code) === kept?.subarray(-HASH_LENGTH).toString() ? code : undefined;
}

/** TypeScript's file is ASCII, so it needs no decoding, which takes ten times as long as reading. */
function readText(file: string): string {
  const bytes = readFileSync(file);
  return isAscii(bytes) ? bytes.toString("latin1") : bytes.toString();
}

const HASH_LENGTH = hash("").length;
