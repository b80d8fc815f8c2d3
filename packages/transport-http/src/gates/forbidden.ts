import { type AboutOption, optionError } from "@plainmcp/core/internal/engine";
import { excerpt } from "../excerpt.js";
import { errorResponse } from "../responses/error-response.js";

const MAX_CHARACTERS = 150;

/** Is told of each host and origin that is refused. */
export type OnRefused = (error: Error & AboutOption) => void;

/** Refuses a host or an origin, and has the operator told how to allow it. */
export function forbidden(kind: "host" | "origin", value: string, onRefused: OnRefused): Response {
  const shown = JSON.stringify(excerpt(value, MAX_CHARACTERS));
  const option = kind === "host" ? "allowedHosts" : "allowedOrigins";
  const refused = `Refused a request for the ${kind} ${shown}.`;
  onRefused(optionError(option, (name) => `${refused} If it is yours, add it to ${name}.`, Error));
  return errorResponse(403, "invalid-request", `Forbidden: this ${kind} is not allowed.`);
}
