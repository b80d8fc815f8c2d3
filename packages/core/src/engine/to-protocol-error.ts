import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { isMissingCapabilityError } from "../ask/missing-capability-error.js";
import { toCapabilitiesObject } from "../ask/require-capabilities.js";
import { maskError } from "../dispatch/mask-error.js";
import { type FaultKind, ProtocolFault } from "../dispatch/protocol-fault.js";
import type { Registry } from "../registry/registry.js";
import { ResourceNotFoundData } from "./resource-not-found-data.js";

/** Whatever was thrown, as an error of the protocol. The SDK would send the message of any other error to the client. */
export function toProtocolError(error: unknown, registry: Registry): ProtocolError {
  if (error instanceof ProtocolError) return error;
  if (isMissingCapabilityError(error)) {
    const data = { requiredCapabilities: toCapabilitiesObject(error.missing) };
    // What the code means only since 2026-07-28, the message says to every client.
    return new ProtocolError(ProtocolErrorCode.MissingRequiredClientCapability, error.message, data);
  }
  if (!(error instanceof ProtocolFault)) {
    return new ProtocolError(ProtocolErrorCode.InternalError, maskError(error, "request", registry));
  }
  const data = error.uri === undefined ? undefined : new ResourceNotFoundData(error.uri);
  return new ProtocolError(CODES[error.kind], error.message, data);
}

const CODES: Readonly<Record<FaultKind, number>> = {
  "invalid-params": ProtocolErrorCode.InvalidParams,
  "resource-not-found": ProtocolErrorCode.InvalidParams,
  internal: ProtocolErrorCode.InternalError,
};
