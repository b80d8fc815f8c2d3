import type { CacheHint } from "../manifest/manifest.js";

/** @throws TypeError when a hint is invalid in the protocol */
export function checkCacheHint({ ttlMs, scope }: CacheHint): void {
  if (!Number.isSafeInteger(ttlMs) || ttlMs < 0)
    throw new TypeError(`ttlMs must be an integer of at least 0, not ${ttlMs}`);
  if (scope !== undefined && scope !== "public" && scope !== "private") {
    throw new TypeError(`scope must be "public" or "private", not ${JSON.stringify(scope)}`);
  }
}
