import { LOOPBACK_HOSTS } from "./host-guard.js";

/** Pages that come from this machine, on any port. */
export const LOOPBACK_ORIGINS: readonly string[] = ["http", "https"].flatMap((scheme) =>
  LOOPBACK_HOSTS.map((host) => `${scheme}://${host}:*`),
);

/**
 * Makes the check that a request comes from no foreign web page. Requests without `Origin` come from no page at all.
 *
 * @param allowed Origins such as `https://example.com`; with `:*` at the end, on any port
 * @returns a function that returns the origin it refuses, or `undefined`
 */
export function createOriginGuard(allowed: readonly string[]): (request: Request) => string | undefined {
  const origins = new Set(allowed.map(parseAllowed));
  return (request) => {
    const header = request.headers.get("origin");
    if (header === null) return undefined;
    const origin = parseOrigin(header);
    if (origin !== undefined && (origins.has(`${origin.base}:${origin.port}`) || origins.has(`${origin.base}:*`)))
      return undefined;
    return header;
  };
}

// By its parts: for schemes such as `capacitor:`, `URL.origin` is "null".
function parseOrigin(text: string): { readonly base: string; readonly port: string } | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, port, pathname, search, hash, username } = new URL(text);
  if (hostname === "" || (pathname !== "/" && pathname !== "") || search !== "" || hash !== "" || username !== "")
    return undefined;
  return { base: `${protocol}//${hostname}`, port };
}

function parseAllowed(entry: string): string {
  const anyPort = entry.endsWith(":*");
  const origin = parseOrigin(anyPort ? entry.slice(0, -2) : entry);
  if (origin !== undefined) return `${origin.base}:${anyPort ? "*" : origin.port}`;
  throw new TypeError(
    `allowedOrigins takes origins such as "https://example.com" or "http://localhost:*", not ${JSON.stringify(entry)}.`,
  );
}
