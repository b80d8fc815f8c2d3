import type { Gate } from "../exchange.js";
import { errorResponse } from "../responses/error-response.js";

/**
 * Lets requests for the endpoint through.
 *
 * @param path Path of the endpoint
 * @param methods HTTP methods that the endpoint supports
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
