/** The revisions of the protocol that clients may speak, oldest first: the columns of the tables. */
const REVISIONS = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28"];

/** The first revision of the modern era. */
export const MODERN_REVISION = "2026-07-28";

/** What legacy clients without a revision speak. */
export const DEFAULT_REVISION = "2025-03-26";

/** Why a request cannot be answered, whatever it asks for. */
export type FaultKind =
  /** The text is not JSON. */
  | "parse-error"
  /** The JSON is not a message, or not one that is taken here. */
  | "invalid-request"
  /** The message is understood, its parameters are not. */
  | "invalid-params"
  /** The primitive is known, its arguments are wrong. */
  | "invalid-arguments"
  /** No resource has this URI. */
  | "resource-not-found"
  /** The method refused, in words that the client may read. */
  | "refused"
  /** The method failed. The client gets a reference, the operator the error. */
  | "masked"
  /** Nobody waits for the answer any more, or the server ends. */
  | "cancelled"
  /** The server cannot answer now. */
  | "internal"
  /** The client has not declared what the call needs. Only 2026-07-28 knows the code; the message tells every client. */
  | "missing-capability"
  /** A header is missing, or differs from the body. */
  | "header-mismatch"
  /** What both official SDKs answer for a session that they do not know. */
  | "session-not-found"
  /** The connection ended before the answer came. */
  | "connection-closed";

/** One row per fault, one column per revision. */
const ERROR_CODES: Readonly<Record<FaultKind, Row<number>>> = {
  "parse-error": [-32700, -32700, -32700, -32700, -32700],
  "invalid-request": [-32600, -32600, -32600, -32600, -32600],
  "invalid-params": [-32602, -32602, -32602, -32602, -32602],
  "invalid-arguments": [-32602, -32602, -32602, -32602, -32602],
  "resource-not-found": [-32002, -32002, -32002, -32002, -32602],
  refused: [-32603, -32603, -32603, -32603, -32603],
  masked: [-32603, -32603, -32603, -32603, -32603],
  cancelled: [-32603, -32603, -32603, -32603, -32603],
  internal: [-32603, -32603, -32603, -32603, -32603],
  "missing-capability": [-32021, -32021, -32021, -32021, -32021],
  "header-mismatch": [-32020, -32020, -32020, -32020, -32020],
  "session-not-found": [-32001, -32001, -32001, -32001, -32001],
  "connection-closed": [-32000, -32000, -32000, -32000, -32000],
};

/** The faults of a tool's call that are results with `isError`, for the model to read, and not errors of the protocol. */
const TOOL_RESULTS: Readonly<Partial<Record<FaultKind, Row<boolean>>>> = {
  "invalid-arguments": [false, false, false, true, true],
  refused: [true, true, true, true, true],
  masked: [true, true, true, true, true],
  cancelled: [true, true, true, true, true],
  "missing-capability": [true, true, true, true, false],
};

type Row<T> = readonly [T, T, T, T, T];

/**
 * The code of a fault's error.
 *
 * @param revision The client's. @default the newest, where no revision has another code
 */
export function errorCodeOf(fault: FaultKind, revision: string = MODERN_REVISION): number {
  return ERROR_CODES[fault][columnOf(revision)] as number;
}

/** Whether a tool's call answers a fault with a result. */
export function becomesToolResult(fault: FaultKind, revision: string): boolean {
  return TOOL_RESULTS[fault]?.[columnOf(revision)] ?? false;
}

/** A revision that is not in the table is read as the newest one before it. */
function columnOf(revision: string): number {
  const column = REVISIONS.findLastIndex((known) => known <= revision);
  return Math.max(column, 0);
}
