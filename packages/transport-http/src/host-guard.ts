/** Names a server on this machine goes by. */
export const LOOPBACK_HOSTS: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

const HOST = /^(?<name>\[[\da-f:.]+\]|[^\s:/\\?#@[\]]+)(?::(?<port>\d{1,5}))?$/i;

/**
 * Makes the check that a request was meant for this server. It is what keeps a web page from reaching a server on the
 * visitor's machine by letting its own name resolve to 127.0.0.1.
 *
 * @param allowed Names without a port stand for every port
 * @returns a function that returns the host it refuses, or `undefined`
 */
export function createHostGuard(allowed: readonly string[]): (request: Request) => string | undefined {
  const hosts = new Set(allowed.map(parseAllowed));
  return (request) => {
    // Runtimes that hide the header have put it into the URL.
    const header = request.headers.get("host") ?? new URL(request.url).host;
    const host = parseHost(header);
    if (host !== undefined && (hosts.has(host.name) || hosts.has(`${host.name}:${host.port}`))) return undefined;
    return header;
  };
}

/** Splits a `Host` header into lower-case name and port; `undefined` when it is none. */
export function parseHost(header: string): { readonly name: string; readonly port: string | undefined } | undefined {
  const match = HOST.exec(header)?.groups;
  return match?.name === undefined ? undefined : { name: match.name.toLowerCase(), port: match.port };
}

function parseAllowed(entry: string): string {
  const host = parseHost(entry);
  if (host !== undefined) return host.port === undefined ? host.name : `${host.name}:${host.port}`;
  throw new TypeError(
    `allowedHosts takes names such as "example.com" or "example.com:8443", not ${JSON.stringify(entry)}.`,
  );
}
