/** Why a request cannot be answered. The engine turns each into the error of the client's revision. */
export type FaultKind = "invalid-params" | "resource-not-found" | "internal";

/** A refusal whose message a client may see. */
export class ProtocolFault extends Error {
  readonly kind: FaultKind;
  /** The URI that was asked for, where that is what was not found. */
  readonly uri: string | undefined;

  constructor(kind: FaultKind, message: string, uri?: string) {
    super(message);
    this.kind = kind;
    this.uri = uri;
  }
}
