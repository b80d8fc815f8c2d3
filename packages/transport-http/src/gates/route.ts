import type { Gate } from "../exchange.js";
import { errorResponse } from "../responses/error-response.js";

/**
 * Lets requests through that are for the endpoint.
 *
 * @param path The endpoint's
 * @param methods The methods of HTTP that it knows
 */
export function routeGate(path: string, methods: readonly string[]): Gate {
  return ({ request, pathname }) => {
    if (pathname !== path && pathname !== `${path}/`) {
      return errorResponse(404, "invalid-request", `Not found. The endpoint is ${path}.`);
    }
    if (methods.includes(request.method)) return undefined;
    return errorResponse(405, "invalid-request", "Method not allowed.", { headers: { allow: methods.join(", ") } });
  };
}
