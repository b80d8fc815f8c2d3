import { optionError } from "@plainmcp/core/internal/engine";
import type { Gate } from "../exchange.js";
import { forbidden, type OnRefused } from "./forbidden.js";
import { LOOPBACK_HOSTS, parseAllowedHost } from "./host.js";
import { wildcardsOf } from "./wildcards-of.js";

/** Origins of web pages on this machine, on any port. */
export const LOOPBACK_ORIGINS: readonly string[] = ["http", "https"].flatMap((scheme) =>
  LOOPBACK_HOSTS.map((host) => `${scheme}://${host}:*`),
);

/**
 * Refuses requests from web pages that are not allowed. Requests without `Origin` do not come from a web page.
 *
 * @param allowed Origins such as `https://example.com`; `:*` at the end allows any port, `*.` in front of the name every
 * name below it
 * @param onRefused Is called for each origin that is refused
 */
export function originGate(allowed: readonly string[], onRefused: OnRefused): Gate {
  const origins = new Set(allowed.map(parseAllowed).map(({ scheme, name, port }) => `${scheme}//${name}:${port}`));
  return ({ request }) => {
    const header = request.headers.get("origin");
    if (header === null) return undefined;
    const origin = parseOrigin(header);
    if (origin === undefined || origin.name.includes("*")) return forbidden("origin", header, onRefused);
    const { scheme, name, port } = origin;
    const isAllowed = wildcardsOf(name).some(
      (one) => origins.has(`${scheme}//${one}:${port}`) || origins.has(`${scheme}//${one}:*`),
    );
    return isAllowed ? undefined : forbidden("origin", header, onRefused);
  };
}

/**
 * The origins of the server's own names. Loopback names are left out: any local program can serve pages there, and
 * `LOOPBACK_ORIGINS` covers them.
 */
export function originsOf(hosts: readonly string[]): string[] {
  return hosts
    .map(parseAllowedHost)
    .filter(({ name }) => !LOOPBACK_HOSTS.includes(name))
    .flatMap(({ name, port = "*" }) => ["http", "https"].map((scheme) => `${scheme}://${name}:${port}`));
}

interface Origin {
  readonly scheme: string;
  readonly name: string;
  readonly port: string;
}

// Not by `URL.origin`, which is "null" for schemes such as `capacitor:`.
function parseOrigin(text: string): Origin | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, port, pathname, search, hash, username } = new URL(text);
  if (hostname === "" || (pathname !== "/" && pathname !== "") || search !== "" || hash !== "" || username !== "")
    return undefined;
  return { scheme: protocol, name: hostname, port };
}

function parseAllowed(entry: string): Origin {
  const anyPort = entry.endsWith(":*");
  const origin = parseOrigin(anyPort ? entry.slice(0, -2) : entry);
  if (origin !== undefined && /^(\*\.)?[^*,]+$/.test(origin.name)) return anyPort ? { ...origin, port: "*" } : origin;
  throw optionError("allowedOrigins", (option) => {
    return `${option} takes origins such as "https://example.com", "https://example.com:*" or "https://*.example.com", not ${JSON.stringify(entry)}.`;
  });
}
