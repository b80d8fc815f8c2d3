import { type AboutOption, optionError, quote } from "@plainmcp/core/internal/engine";
import { errorResponse } from "../responses/error-response.js";
import type { PlainAnswer } from "../stream/answer.js";

const MAX_CHARACTERS = 150;

/** Receives an error for each host and origin that is refused. */
export type OnRefused = (error: Error & AboutOption) => void;

/** Refuses a host or an origin, and tells the operator how to allow it. */
export function forbidden(kind: "host" | "origin", value: string, onRefused: OnRefused): PlainAnswer {
  const option = kind === "host" ? "allowedHosts" : "allowedOrigins";
  const refused = `Refused a request ${kind === "host" ? "for" : "from"} the ${kind} ${quote(value, MAX_CHARACTERS)}.`;
  onRefused(optionError(option, (name) => `${refused} If it is yours, add it to ${name}.`, Error));
  return errorResponse(403, "invalid-request", `Forbidden: this ${kind} is not allowed.`);
}
