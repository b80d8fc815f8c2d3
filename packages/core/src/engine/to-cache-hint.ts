import type { CacheHint as WireCacheHint } from "@modelcontextprotocol/server";
import type { CacheHint } from "../manifest.js";

/** A hint in the words of the protocol. */
export function toCacheHint(cache: CacheHint | undefined): WireCacheHint | undefined {
  return cache && { ttlMs: cache.ttlMs, cacheScope: cache.scope ?? "private" };
}
