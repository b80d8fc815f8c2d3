import type { Gate } from "../exchange.js";
import { errorResponse } from "../responses/error-response.js";
import { PlainAnswer } from "../stream/answer.js";
import { HEALTH_PATH } from "./endpoint-path.js";

/** Answers health checks. It comes before the host gate, because probes use an IP address instead of a host name. */
export const healthGate: Gate = ({ request: { method }, pathname }) => {
  if (pathname !== HEALTH_PATH) return undefined;
  if (method === "GET" || method === "HEAD") return PlainAnswer.json({ status: "ok" }, 200);
  return errorResponse(405, "invalid-request", "Method not allowed.", { headers: { allow: "GET, HEAD" } });
};
