import type { Fault } from "../primitives/middleware.js";
import { formatIssues } from "../validation/format-issues.js";
import type { ValidationIssue } from "../validation/report.js";

/** Thrown if a request cannot be answered. The client gets the message. */
export class FaultError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** @throws FaultError that lists the issues, if there are any */
export function refuseIssues(issues: readonly ValidationIssue[], what: string): void {
  if (issues.length === 0) return;
  throw new FaultError({ kind: "invalid-arguments", message: `${what}:\n${formatIssues(issues, "arguments")}` });
}

/** Refuses params that name something the server does not have, or ask for something it cannot do. */
export function invalidParams(message: string): FaultError {
  return new FaultError({ kind: "invalid-params", message });
}

/** Refuses a URI that no resource has. */
export function resourceNotFound(uri: string): FaultError {
  return new FaultError({ kind: "resource-not-found", message: `Resource not found: ${uri}`, data: { uri } });
}
