const BRAND = Symbol.for("plainmcp.ProtocolError");

/** The codes that JSON-RPC reserves, and the two of them whose meaning fits what a method finds wrong. */
const RESERVED = { least: -32_768, greatest: -32_000 };
const INVALID_PARAMS = -32_602;
const INTERNAL_ERROR = -32_603;

/**
 * Answers the request with a JSON-RPC error of your own, in every revision of the protocol: the client gets exactly this
 * code, message and data. Throw it for the program that calls; most hosts show it to nobody. For a text that the model
 * should read, throw a `ToolError`.
 *
 * @throws RangeError if the code is not an integer, or is one of those that clients act upon: JSON-RPC reserves -32768 to
 *   -32000 for itself and the protocol. Only -32602 (invalid params) and -32603 (internal error) can be used
 * @example
 * ```ts
 * throw new ProtocolError(4029, "The quota is used up.", { retryAfterSeconds: 60 });
 * ```
 */
export class ProtocolError extends Error {
  override readonly name: string = "ProtocolError";
  readonly code: number;
  /** Any value that can be sent as JSON. */
  declare readonly data?: unknown;

  constructor(code: number, message: string, data?: unknown) {
    if (!Number.isSafeInteger(code) || isReserved(code)) throw new RangeError(refusal(code));
    super(message);
    this.code = code;
    if (data !== undefined) this.data = data;
  }
}
// On the prototype, because logs print an error's own properties.
Object.defineProperty(ProtocolError.prototype, BRAND, { value: true });

/** Whether a thrown value is a {@link ProtocolError} of this or another copy of the package. */
export function isProtocolError(error: unknown): error is ProtocolError {
  return error instanceof Error && BRAND in error;
}

function isReserved(code: number): boolean {
  if (code === INVALID_PARAMS || code === INTERNAL_ERROR) return false;
  return code >= RESERVED.least && code <= RESERVED.greatest;
}

function refusal(code: number): string {
  const { least, greatest } = RESERVED;
  return `${code} cannot be the code of a ProtocolError: write an integer below ${least} or above ${greatest}, ${INVALID_PARAMS} for invalid params, or ${INTERNAL_ERROR} for an internal error. Clients act upon the other codes.`;
}
