import type { Gate } from "../exchange.js";
import { errorResponse } from "../responses/error-response.js";
import { HEALTH_PATH } from "./endpoint-path.js";

/** Answers health checks. The first gate, because probes come by address and under no name. */
export const healthGate: Gate = ({ request: { method }, pathname }) => {
  if (pathname !== HEALTH_PATH) return undefined;
  if (method === "GET" || method === "HEAD") return Response.json({ status: "ok" });
  return errorResponse(405, "invalid-request", "Method not allowed.", { headers: { allow: "GET, HEAD" } });
};
