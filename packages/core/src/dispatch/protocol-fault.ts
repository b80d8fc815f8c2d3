import { InputRequired } from "../ask/input-required.js";
import { isMissingCapabilityError } from "../ask/missing-capability-error.js";
import type { Registry } from "../registry/registry.js";
import { isToolError } from "../tool-error.js";
import { formatIssues } from "../validation/format-issues.js";
import type { ValidationIssue } from "../validation/report.js";
import type { Invocation } from "./invocation.js";
import { maskError } from "./mask-error.js";
import { whyAborted } from "./shutdown-error.js";

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

/** @throws ProtocolFault that lists the issues, if there are any */
export function refuseIssues(issues: readonly ValidationIssue[], what: string): void {
  if (issues.length > 0) throw new ProtocolFault("invalid-params", `${what}:\n${formatIssues(issues, "arguments")}`);
}

/** Whatever was thrown while a request was answered: as what a client may see of it, or as what is no failure. */
export function toFault(error: unknown, source: string, registry: Registry, invocation?: Invocation): Error {
  if (error instanceof ProtocolFault || error instanceof InputRequired || isMissingCapabilityError(error)) return error;
  // Stopping is what the method was asked to do.
  if (invocation?.isAborted && !isToolError(error)) return new ProtocolFault("internal", whyAborted(invocation));
  return new ProtocolFault("internal", maskError(error, source, registry));
}
