import { type AboutOption, ErrorCode, optionError } from "@plainmcp/core/engine";
import { errorResponse } from "./error-response.js";
import { excerpt } from "./excerpt.js";
import { createHostGuard, LOOPBACK_HOSTS, parseAllowedHost } from "./host-guard.js";
import { createOriginGuard } from "./origin-guard.js";

const MAX_CHARACTERS = 150;

/** Makes the check that answers 403 to requests meant for another host or sent by a foreign web page. */
export function createForeignRefusal(
  {
    allowedHosts,
    allowedOrigins,
  }: { readonly allowedHosts: readonly string[]; readonly allowedOrigins: readonly string[] },
  refusal: (error: Error & AboutOption) => void,
): (request: Request) => Response | undefined {
  const refusedHost = createHostGuard(allowedHosts);
  const refusedOrigin = createOriginGuard([...allowedOrigins, ...originsOf(allowedHosts)]);
  return (request) => {
    const host = refusedHost(request);
    if (host !== undefined) return refuse("host", host, "allowedHosts");
    const origin = refusedOrigin(request);
    if (origin !== undefined) return refuse("origin", origin, "allowedOrigins");
    return undefined;
  };

  function refuse(kind: string, value: string, option: string): Response {
    const shown = JSON.stringify(excerpt(value, MAX_CHARACTERS));
    const refused = `Refused a request for the ${kind} ${shown}.`;
    refusal(optionError(option, (name) => `${refused} If it is yours, add it to ${name}.`, Error));
    return errorResponse(403, ErrorCode.invalidRequest, `Forbidden: this ${kind} is not allowed.`);
  }
}

// The server's own pages. Those of this machine's names are every local program's, and have a default of their own.
function originsOf(hosts: readonly string[]): string[] {
  return hosts
    .map(parseAllowedHost)
    .filter(({ name }) => !LOOPBACK_HOSTS.includes(name))
    .flatMap(({ name, port = "*" }) => ["http", "https"].map((scheme) => `${scheme}://${name}:${port}`));
}
