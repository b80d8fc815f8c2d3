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
export function createStamp(info: Omit<ServerInfo, "instructions">, cache: CacheFields | undefined) {
  const ours = { [SERVER_INFO_META_KEY]: info };
  return (method: string, result: object): object => {
    const { resultType = "complete", _meta, ...rest } = result as StampedResult;
    const fields = resultType === "complete" && CACHEABLE.has(method) ? cacheFieldsOf(method, rest, cache) : undefined;
    return { ...rest, resultType, ...fields, _meta: isObject(_meta) ? { ...ours, ..._meta } : (_meta ?? ours) };
  };
}

interface StampedResult extends Partial<CacheFields> {
  readonly resultType?: string;
  readonly _meta?: unknown;
}

function cacheFieldsOf(method: string, result: Partial<CacheFields>, cache: CacheFields = NOT_CACHED): CacheFields {
  const { ttlMs, cacheScope } = method === "resources/read" ? NOT_CACHED : cache;
  return { ttlMs: result.ttlMs ?? ttlMs, cacheScope: result.cacheScope ?? cacheScope };
}

const NOT_CACHED: CacheFields = { ttlMs: 0, cacheScope: "private" };
