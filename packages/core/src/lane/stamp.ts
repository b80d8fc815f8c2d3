import type { ServerInfo } from "../manifest/manifest.js";
import { StructuredResult } from "../result/structured-result.js";
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

/** Adds what every result of 2026-07-28 has: its type, the server's name, and how long it may be cached. */
export class Stamp {
  readonly #server: { readonly [key: string]: unknown };
  /** With the icons, which may be long. */
  readonly #discovered: { readonly [key: string]: unknown };
  readonly #cache: CacheFields;
  /** The members that most results lack, as the end of a JSON object. */
  readonly #tail: string;

  /** @param cache For the lists, and what the server says about itself */
  constructor(info: Omit<ServerInfo, "instructions">, cache: CacheFields = NOT_CACHED) {
    const { icons: _, ...brief } = info;
    this.#server = { [SERVER_INFO_META_KEY]: brief };
    this.#discovered = { [SERVER_INFO_META_KEY]: info };
    this.#cache = cache;
    this.#tail = JSON.stringify({ resultType: "complete", _meta: this.#server }).slice(1);
  }

  /** A result with the stamp. */
  result(method: string, result: StampedResult): object {
    const { resultType = "complete", _meta } = result;
    const server = method === "server/discover" ? this.#discovered : this.#server;
    const meta = isObject(_meta) ? { ...server, ..._meta } : (_meta ?? server);
    const stamped = { ...result, resultType, _meta: meta };
    if (resultType !== "complete" || !CACHEABLE.has(method)) return stamped;
    return { ...(method === "resources/read" ? NOT_CACHED : this.#cache), ...stamped };
  }

  /** The JSON of a result with the stamp, if it costs less than to make the result and write it. */
  text(method: string, result: StampedResult): string | undefined {
    if (result.resultType !== undefined || result._meta !== undefined || CACHEABLE.has(method)) return undefined;
    const text = StructuredResult.jsonOf(result);
    return text === "{}" ? `{${this.#tail}` : `${text.slice(0, -1)},${this.#tail}`;
  }
}

/** The members of a result that the stamp looks at. */
export interface StampedResult {
  readonly resultType?: string;
  readonly _meta?: unknown;
}

const NOT_CACHED: CacheFields = { ttlMs: 0, cacheScope: "private" };
