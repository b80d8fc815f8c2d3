import type { CacheHint } from "../manifest/manifest.js";

/** Converts a cache hint to the protocol's fields. */
export function toCacheHint(
  cache: CacheHint | undefined,
): { readonly ttlMs: number; readonly cacheScope: "public" | "private" } | undefined {
  return cache && { ttlMs: cache.ttlMs, cacheScope: cache.scope ?? "private" };
}
