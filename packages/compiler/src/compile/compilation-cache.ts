import { join } from "node:path";
import { readOwn, writeWhole } from "../cache/cache-file.js";
import { cacheFolder } from "../cache/cache-folder.js";
import { type DiskAnswers, hash } from "../cache/disk-answers.js";
import type { Compilation } from "./compilation.js";
import { compilerFingerprint } from "./compiler-fingerprint.js";

/** A compilation, and everything that was read to make it. */
export interface CacheEntry {
  readonly answers: DiskAnswers;
  readonly compilation: Compilation;
}

/** Stores the result of one request between processes. It never fails: what cannot be read is compiled again. */
export class CompilationCache {
  readonly #path: string | undefined;

  /**
   * @param file Absolute path of the first entry file
   * @param request What is compiled, and how
   */
  constructor(file: string, request: string) {
    const isOff = process.env.PLAINMCP_CACHE === "off";
    this.#path = isOff ? undefined : join(cacheFolder(file), `${hash(request)}.json`);
  }

  /** The entry, if this exact compiler has written one. */
  read(): CacheEntry | undefined {
    const text = this.#path === undefined ? undefined : readOwn(this.#path)?.toString();
    if (text === undefined) return undefined;
    const end = text.indexOf("\n");
    return text.slice(0, end) === seal(text.slice(end + 1)) ? JSON.parse(text.slice(end + 1)) : undefined;
  }

  write(entry: CacheEntry): void {
    if (this.#path === undefined) return;
    const text = JSON.stringify(entry);
    writeWhole(this.#path, `${seal(text)}\n${text}`);
  }
}

/** A checksum that shows that a text is complete, and which compiler wrote it. */
function seal(text: string): string {
  return hash(`${compilerFingerprint()}\n${text}`);
}
