/** The protocol revisions that clients may speak, oldest first: the columns of the tables. */
const REVISIONS = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28"];

/** The first revision of the modern era. */
export const MODERN_REVISION = "2026-07-28";

/** The revision of legacy clients that do not name one. */
export const DEFAULT_REVISION = "2025-03-26";

/** The revisions that begin with `initialize`, the newest first: a client that asks for another one gets the first. */
export const LEGACY_REVISIONS: readonly [string, ...string[]] = [
  "2025-11-25",
  "2025-06-18",
  "2025-03-26",
  "2024-11-05",
  "2024-10-07",
];

/** Why a request has no result. */
export type FaultKind =
  /** The text is not JSON. */
  | "parse-error"
  /** The JSON is not a message, or not one that is accepted here. */
  | "invalid-request"
  /** The message is valid, but its params are not. */
  | "invalid-params"
  /** The primitive exists, but its arguments are invalid. */
  | "invalid-arguments"
  /** No resource has this URI. */
  | "resource-not-found"
  /** The method refused with a message that the client may read. */
  | "refused"
  /** The method threw a `ProtocolError`, which has its own code. */
  | "protocol"
  /** The method failed. The client gets a reference, and the operator gets the error. */
  | "masked"
  /** Nobody waits for the answer any more, or the server is shutting down. */
  | "cancelled"
  /** The server cannot answer now. */
  | "internal"
  /**
   * The client has not declared a capability that the call needs. Only 2026-07-28 has its own code; the message names
   * it anyway.
   */
  | "missing-capability"
  /** A header is missing, or differs from the body. */
  | "header-mismatch"
  /** The session is unknown. The code is that of both official SDKs. */
  | "session-not-found"
  /** The connection ended before the answer. */
  | "connection-closed";

/** One row per fault, one column per revision. */
const ERROR_CODES: Readonly<Record<FaultKind, Row<number>>> = {
  "parse-error": [-32700, -32700, -32700, -32700, -32700],
  "invalid-request": [-32600, -32600, -32600, -32600, -32600],
  "invalid-params": [-32602, -32602, -32602, -32602, -32602],
  "invalid-arguments": [-32602, -32602, -32602, -32602, -32602],
  "resource-not-found": [-32002, -32002, -32002, -32002, -32602],
  refused: [-32603, -32603, -32603, -32603, -32603],
  protocol: [-32603, -32603, -32603, -32603, -32603],
  masked: [-32603, -32603, -32603, -32603, -32603],
  cancelled: [-32603, -32603, -32603, -32603, -32603],
  internal: [-32603, -32603, -32603, -32603, -32603],
  "missing-capability": [-32021, -32021, -32021, -32021, -32021],
  "header-mismatch": [-32020, -32020, -32020, -32020, -32020],
  "session-not-found": [-32001, -32001, -32001, -32001, -32001],
  "connection-closed": [-32000, -32000, -32000, -32000, -32000],
};

/** The faults of a tool call that become results with `isError`, for the model to read, instead of protocol errors. */
const TOOL_RESULTS: Readonly<Partial<Record<FaultKind, Row<boolean>>>> = {
  "invalid-arguments": [false, false, false, true, true],
  refused: [true, true, true, true, true],
  masked: [true, true, true, true, true],
  cancelled: [true, true, true, true, true],
  "missing-capability": [true, true, true, true, false],
};

type Row<T> = readonly [T, T, T, T, T];

/**
 * Returns the error code of a fault.
 *
 * @param revision The client's revision. @default the newest; omit it if all revisions have the same code
 */
export function errorCodeOf(fault: FaultKind, revision: string = MODERN_REVISION): number {
  return ERROR_CODES[fault][columnOf(revision)] as number;
}

/** Whether a value is the kind of a fault. */
export function isFaultKind(kind: unknown): kind is FaultKind {
  return typeof kind === "string" && Object.hasOwn(ERROR_CODES, kind);
}

/** Whether a tool call answers a fault with a result. */
export function becomesToolResult(fault: FaultKind, revision: string): boolean {
  return TOOL_RESULTS[fault]?.[columnOf(revision)] ?? false;
}

/** A revision that is not in the table counts as the newest one before it. */
function columnOf(revision: string): number {
  const column = REVISIONS.findLastIndex((known) => known <= revision);
  return Math.max(column, 0);
}
