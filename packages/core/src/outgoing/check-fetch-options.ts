import { readHost } from "./allowed-hosts.js";
import type { FetchOptions } from "./fetch-options.js";

const MAX_RETRIES = 10;

/** @throws TypeError when an option is invalid */
export function checkFetchOptions({ retries = 0, allowPrivate = false }: FetchOptions): void {
  if (!Number.isInteger(retries) || retries < 0 || retries > MAX_RETRIES) {
    throw new TypeError(`retries must be a whole number from 0 to ${MAX_RETRIES}, not ${retries}`);
  }
  if (typeof allowPrivate === "boolean") return;
  if (!Array.isArray(allowPrivate)) throw new TypeError("allowPrivate must be true, false or a list of hosts");
  for (const host of allowPrivate) {
    if (typeof host === "string" && readHost(host) !== undefined) continue;
    throw new TypeError(
      `allowPrivate must list hosts such as "wiki.example" or "127.0.0.1:8080", not ${JSON.stringify(host)}`,
    );
  }
}
