import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "./diagnostic.js";
import { formatDiagnostics } from "./format-diagnostics.js";

const cwd = resolve("/project");
const error: Diagnostic = {
  code: "PLAIN1003",
  severity: "error",
  message: "A symbol cannot be sent as JSON.",
  help: "Write a string.",
  file: join(cwd, "src", "server.ts"),
  line: 12,
  column: 8,
  length: 9,
  text: "\tone(a: symbol): void {}",
};

describe("formatDiagnostics", () => {
  it("shows the place, the line and what to write instead", () => {
    expect(formatDiagnostics([error], { cwd }).split("\n")).toEqual([
      "src/server.ts:12:8 - error PLAIN1003: A symbol cannot be sent as JSON.",
      "",
      "12  \tone(a: symbol): void {}",
      "    \t      ~~~~~~~~~",
      "  help: Write a string.",
      "",
      "1 error",
    ]);
  });

  it("puts a blank line between and counts at the end", () => {
    const warning: Diagnostic = { code: "PLAIN1016", severity: "warning", message: "No description." };
    expect(formatDiagnostics([warning, error, error], { cwd })).toMatch(
      /^warning PLAIN1016: No description\.\n\nsrc\/server\.ts[\s\S]*\n\n2 errors, 1 warning$/,
    );
  });

  it("colours only when asked", () => {
    expect(formatDiagnostics([error], { cwd })).not.toContain("\u001b");
    expect(formatDiagnostics([error], { cwd, color: true })).toContain("\u001b[31merror\u001b[39m");
  });

  it("is empty without diagnostics", () => {
    expect(formatDiagnostics([])).toBe("");
  });
});
