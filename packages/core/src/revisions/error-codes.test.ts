import { describe, expect, it, test } from "vitest";
import { becomesToolResult, errorCodeOf, type FaultKind } from "./error-codes.js";

const REVISIONS = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28"];
const NEWEST = "2026-07-28";

const CODES: Readonly<Record<FaultKind, number>> = {
  "parse-error": -32700,
  "invalid-request": -32600,
  "invalid-params": -32602,
  "invalid-arguments": -32602,
  "resource-not-found": -32602,
  protocol: -32603,
  refused: -32603,
  masked: -32603,
  cancelled: -32603,
  internal: -32603,
  "missing-capability": -32021,
  "header-mismatch": -32020,
  "session-not-found": -32001,
  "connection-closed": -32000,
};

/** The codes of older revisions that differ. */
const OLDER: Readonly<Partial<Record<FaultKind, number>>> = { "resource-not-found": -32002 };

/** The revisions in which a tool call answers a fault with a result. No other fault becomes a result. */
const RESULTS: Readonly<Partial<Record<FaultKind, readonly string[]>>> = {
  "invalid-arguments": ["2025-11-25", NEWEST],
  refused: REVISIONS,
  masked: REVISIONS,
  cancelled: REVISIONS,
  "missing-capability": ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"],
};

const KINDS = Object.keys(CODES) as FaultKind[];

describe.each(KINDS)("%s", (kind) => {
  test.each(REVISIONS)("has its code in %s", (revision) => {
    expect(errorCodeOf(kind, revision)).toBe(revision === NEWEST ? CODES[kind] : (OLDER[kind] ?? CODES[kind]));
  });

  it("has the code of the newest revision by default", () => {
    expect(errorCodeOf(kind)).toBe(CODES[kind]);
  });

  it("is a tool result in the revisions that have it so", () => {
    expect(REVISIONS.filter((revision) => becomesToolResult(kind, revision))).toEqual(RESULTS[kind] ?? []);
  });
});

describe("a revision that is not in the table", () => {
  it.each([
    ["2026-07-27", -32002, true],
    ["2025-07-01", -32002, false],
    ["2024-01-01", -32002, false],
    ["", -32002, false],
    ["2027-01-01", -32602, true],
  ])("such as %j counts as the newest before it, else as the oldest", (revision, notFound, isResult) => {
    expect(errorCodeOf("resource-not-found", revision)).toBe(notFound);
    expect(becomesToolResult("invalid-arguments", revision)).toBe(isResult);
  });
});
