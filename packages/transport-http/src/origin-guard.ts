import { optionError } from "@plainmcp/core/engine";
import { LOOPBACK_HOSTS } from "./host-guard.js";
import { wildcardsOf } from "./wildcards-of.js";

/** Pages that come from this machine, on any port. */
export const LOOPBACK_ORIGINS: readonly string[] = ["http", "https"].flatMap((scheme) =>
  LOOPBACK_HOSTS.map((host) => `${scheme}://${host}:*`),
);

/**
 * Makes the check that a request comes from no foreign web page. Requests without `Origin` come from no page at all.
 *
 * @param allowed Origins such as `https://example.com`; with `:*` at the end, on any port; with `*.` in front of the name,
 * of every name below it
 * @returns a function that returns the origin it refuses, or `undefined`
 */
export function createOriginGuard(allowed: readonly string[]): (request: Request) => string | undefined {
  const origins = new Set(allowed.map(parseAllowed).map(({ scheme, name, port }) => `${scheme}//${name}:${port}`));
  return (request) => {
    const header = request.headers.get("origin");
    if (header === null) return undefined;
    const origin = parseOrigin(header);
    if (origin === undefined || origin.name.includes("*")) return header;
    const { scheme, name, port } = origin;
    const isAllowed = wildcardsOf(name).some(
      (one) => origins.has(`${scheme}//${one}:${port}`) || origins.has(`${scheme}//${one}:*`),
    );
    return isAllowed ? undefined : header;
  };
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
