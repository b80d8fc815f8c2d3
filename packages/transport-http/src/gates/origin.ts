import { optionError } from "@plainmcp/core/internal/engine";
import type { Gate } from "../exchange.js";
import { forbidden, type OnRefused } from "./forbidden.js";
import { LOOPBACK_HOSTS, parseAllowedHost } from "./host.js";
import { wildcardsOf } from "./wildcards-of.js";

/** Pages that come from this machine, on any port. */
export const LOOPBACK_ORIGINS: readonly string[] = ["http", "https"].flatMap((scheme) =>
  LOOPBACK_HOSTS.map((host) => `${scheme}://${host}:*`),
);

/**
 * Lets requests through that come from no foreign web page. Those without `Origin` come from no page at all.
 *
 * @param allowed Origins such as `https://example.com`; with `:*` at the end, on any port; with `*.` in front of the name,
 * of every name below it
 * @param onRefused Is told of each origin that is refused
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

/** The pages of the server's own names. Those of this machine's names are every local program's, and have a default of their own. */
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

// By its parts: for schemes such as `capacitor:`, `URL.origin` is "null".
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
