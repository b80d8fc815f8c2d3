import { ErrorCode } from "@plainmcp/core/engine";
import { errorResponse } from "./error-response.js";
import { createHostGuard } from "./host-guard.js";
import { createOriginGuard } from "./origin-guard.js";

/** Makes the check that answers 403 to requests meant for another host or sent by a foreign web page. */
export function createForeignRefusal(
  {
    allowedHosts,
    allowedOrigins,
  }: { readonly allowedHosts: readonly string[]; readonly allowedOrigins: readonly string[] },
  reportOnce: (message: string) => void,
): (request: Request) => Response | undefined {
  const refusedHost = createHostGuard(allowedHosts);
  const refusedOrigin = createOriginGuard(allowedOrigins);
  return (request) => {
    const host = refusedHost(request);
    if (host !== undefined) return refuse("host", host, "allowedHosts");
    const origin = refusedOrigin(request);
    if (origin !== undefined) return refuse("origin", origin, "allowedOrigins");
    return undefined;
  };

  function refuse(kind: string, value: string, option: string): Response {
    reportOnce(
      `Refused a request for the ${kind} ${JSON.stringify(value)}. If it is yours, add it to the option ${option}.`,
    );
    return errorResponse(403, ErrorCode.invalidRequest, `Forbidden: this ${kind} is not allowed.`);
  }
}
