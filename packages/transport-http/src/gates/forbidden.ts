import { excerpt } from "../excerpt.js";
import { errorResponse } from "../responses/error-response.js";

const MAX_CHARACTERS = 150;

/** Refuses a host or an origin, and has the operator told how to allow it. */
export function forbidden(kind: "host" | "origin", value: string, refusal: (message: string) => void): Response {
  const shown = JSON.stringify(excerpt(value, MAX_CHARACTERS));
  const option = kind === "host" ? "allowedHosts" : "allowedOrigins";
  refusal(`Refused a request for the ${kind} ${shown}. If it is yours, add it to the option ${option}.`);
  return errorResponse(403, "invalid-request", `Forbidden: this ${kind} is not allowed.`);
}
