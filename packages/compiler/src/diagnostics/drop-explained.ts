import type { Diagnostic } from "./diagnostic.js";

/**
 * Drops diagnostics that another one at the same place explains better: TypeScript's long errors about a decorator's
 * signature or an option if we report the cause, and our "not resolved" if TypeScript names what it did not find.
 */
export function dropExplained(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const ours = diagnostics.filter(({ code }) => code.startsWith("PLAIN"));
  const theirs = diagnostics.filter(({ code }) => code.startsWith("TS"));
  const options = ours.filter(({ code }) => code === INVALID_OPTION);
  const hasTooManyTexts = ours.some(({ code }) => code === TOO_MANY_TEXTS);
  return diagnostics.filter((it) => {
    // It has no place, because the compiler asked for the type, not the source.
    if (it.code === TOO_COMPLEX) return it.file !== undefined || !hasTooManyTexts;
    if (NOT_ASSIGNABLE.has(it.code)) return !options.some((other) => contains(other, it));
    if (SIGNATURE_ERRORS.has(it.code)) return !ours.some((other) => contains(other, it));
    return it.code !== UNRESOLVED_TYPE || !theirs.some((other) => contains(it, other));
  });
}

/** "Unable to resolve signature of … decorator", a return type that is not assignable, or a method without a body. */
const SIGNATURE_ERRORS: ReadonlySet<string> = new Set(["TS1238", "TS1240", "TS1241", "TS1249", "TS1270"]);

/** "Type … is not assignable to type …", without and with a suggestion. */
const NOT_ASSIGNABLE: ReadonlySet<string> = new Set(["TS2322", "TS2820"]);

const INVALID_OPTION = "PLAIN1027";

const TOO_COMPLEX = "TS2590";

const TOO_MANY_TEXTS = "PLAIN1046";

const UNRESOLVED_TYPE = "PLAIN1002";

/** Whether one underlines the start of the other. */
function contains(outer: Diagnostic, inner: Diagnostic): boolean {
  if (outer.file !== inner.file || outer.line !== inner.line) return false;
  const { column: start = 0, length = 0 } = outer;
  const { column = 0 } = inner;
  return column >= start && column < start + length;
}
