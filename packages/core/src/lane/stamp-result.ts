import type { ServerInfo } from "../manifest/manifest.js";
import { isObject } from "../values/is-object.js";
import { SERVER_INFO_META_KEY } from "../wire/meta-keys.js";

/** The methods whose results say how long they may be cached. */
const CACHEABLE: ReadonlySet<string> = new Set([
  "tools/list",
  "prompts/list",
  "resources/list",
  "resources/templates/list",
  "resources/read",
  "server/discover",
]);

/** How long a result may be cached, unless it says so itself. */
export interface CacheFields {
  readonly ttlMs: number;
  readonly cacheScope: "public" | "private";
}

/**
 * Adds what every result of 2026-07-28 has: its type, the server's name, and how long it may be cached.
 *
 * @param cache For the lists, and what the server says about itself
 */
export function createStamp(info: Omit<ServerInfo, "instructions">, cache: CacheFields = NOT_CACHED) {
  const ours = { [SERVER_INFO_META_KEY]: info };
  return (method: string, result: StampedResult): object => {
    const { resultType = "complete", _meta } = result;
    const stamped = { ...result, resultType, _meta: isObject(_meta) ? { ...ours, ..._meta } : (_meta ?? ours) };
    if (resultType !== "complete" || !CACHEABLE.has(method)) return stamped;
    return { ...(method === "resources/read" ? NOT_CACHED : cache), ...stamped };
  };
}

/** The members of a result that the stamp looks at. */
export interface StampedResult {
  readonly resultType?: string;
  readonly _meta?: unknown;
}

const NOT_CACHED: CacheFields = { ttlMs: 0, cacheScope: "private" };
