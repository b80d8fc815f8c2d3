import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { type FaultKind, ProtocolFault } from "../dispatch/protocol-fault.js";

/** A fault as an error of the protocol. Errors of the SDK's own pass. */
export function toProtocolError(error: unknown): unknown {
  if (!(error instanceof ProtocolFault)) return error;
  return new ProtocolError(CODES[error.kind], error.message, error.uri === undefined ? undefined : { uri: error.uri });
}

const CODES: Readonly<Record<FaultKind, number>> = {
  "invalid-params": ProtocolErrorCode.InvalidParams,
  "resource-not-found": ProtocolErrorCode.InvalidParams,
  internal: ProtocolErrorCode.InternalError,
};
