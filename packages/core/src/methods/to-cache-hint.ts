import type { CacheHint } from "../manifest/manifest.js";

/** A hint in the words of the protocol. */
export function toCacheHint(
  cache: CacheHint | undefined,
): { readonly ttlMs: number; readonly cacheScope: "public" | "private" } | undefined {
  return cache && { ttlMs: cache.ttlMs, cacheScope: cache.scope ?? "private" };
}
