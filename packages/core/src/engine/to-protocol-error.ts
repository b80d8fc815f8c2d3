import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { type FaultKind, ProtocolFault } from "../dispatch/protocol-fault.js";

/** A fault as the error of the client's revision. Errors of the SDK's own pass. */
export function toProtocolError(error: unknown, era: "modern" | "legacy"): unknown {
  if (!(error instanceof ProtocolFault)) return error;
  const code = era === "legacy" && error.kind === "resource-not-found" ? ProtocolErrorCode.ResourceNotFound : CODES[error.kind];
  return new ProtocolError(code, error.message, error.uri === undefined ? undefined : { uri: error.uri });
}

const CODES: Readonly<Record<FaultKind, number>> = {
  "invalid-params": ProtocolErrorCode.InvalidParams,
  "resource-not-found": ProtocolErrorCode.InvalidParams,
  internal: ProtocolErrorCode.InternalError,
};
