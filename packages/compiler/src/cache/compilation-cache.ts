import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cacheFolder } from "./cache-folder.js";
import type { CacheEntry } from "./cached-compiler.js";
import { compilerFingerprint } from "./compiler-fingerprint.js";
import { hash } from "./disk-answers.js";

/** Where the result of one request lies between processes. Never a reason to fail: what cannot be read is made anew. */
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

  /** The entry, if there is one that this very compiler wrote. */
  read(): CacheEntry | undefined {
    const text = this.#path === undefined ? undefined : readOwn(this.#path);
    if (text === undefined) return undefined;
    const end = text.indexOf("\n");
    return text.slice(0, end) === seal(text.slice(end + 1)) ? JSON.parse(text.slice(end + 1)) : undefined;
  }

  write(entry: CacheEntry): void {
    if (this.#path === undefined) return;
    const text = JSON.stringify(entry);
    const draft = `${this.#path}.${randomUUID()}`;
    try {
      mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
      writeFileSync(draft, `${seal(text)}\n${text}`);
      renameSync(draft, this.#path);
    } catch {
      // A disk that is full or read-only costs time at the next start, and no more.
    }
  }
}

/** Proves that a text is whole, and by which compiler it was written. */
function seal(text: string): string {
  return hash(`${compilerFingerprint()}\n${text}`);
}

/** What someone else put here is not read: it ends up in the user's code. */
function readOwn(path: string): string | undefined {
  try {
    return statSync(path).uid === (process.getuid?.() ?? 0) ? readFileSync(path, "utf8") : undefined;
  } catch {
    return undefined;
  }
}
