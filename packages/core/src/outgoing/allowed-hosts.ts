import type { FetchOptions } from "./fetch-options.js";

const DEFAULT_PORTS: Readonly<Record<string, string>> = { "http:": "80", "https:": "443" };

/** Whether the option `allowPrivate` allows all addresses of a URL's host. */
export function isAllowedHost(url: URL, allowPrivate: FetchOptions["allowPrivate"] = false): boolean {
  if (typeof allowPrivate === "boolean") return allowPrivate;
  return allowPrivate.map(readHost).some((host) => {
    if (host?.hostname !== url.hostname) return false;
    return host.port === undefined || host.port === (url.port || DEFAULT_PORTS[url.protocol]);
  });
}

/** A host of the option `allowPrivate`. */
export interface AllowedHost {
  /** As URLs write it: in lower case, and an IPv6 address in brackets. */
  readonly hostname: string;
  /** Without one, all ports are allowed. */
  readonly port: string | undefined;
}

/** Reads a host of the option `allowPrivate`; `undefined` if it is none. */
export function readHost(text: string): AllowedHost | undefined {
  const isBareIpv6 = /^[\da-f.:]*:[\da-f.:]*:[\da-f.:]*$/i.test(text);
  const host = isBareIpv6 ? `[${text}]` : text;
  try {
    const url = new URL(`http://${host}`);
    const [, port] = /:(\d+)$/.exec(host) ?? [];
    return url.href === `http://${url.host}/` && !/[/*]/.test(text) ? { hostname: url.hostname, port } : undefined;
  } catch {
    return undefined;
  }
}
