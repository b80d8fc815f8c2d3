import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { GuessedOption } from "../project/compiler-options.js";

/**
 * Adds a note to the first error that TypeScript 6's defaults may have caused: if the user's TypeScript version is
 * unknown, unset options get these defaults.
 *
 * @param guessed The options that the tsconfig leaves unset
 */
export function explainGuesses(
  diagnostics: readonly Diagnostic[],
  guessed: readonly GuessedOption[],
): readonly Diagnostic[] {
  const causeOf = (diagnostic: Diagnostic) => guessed.find((name) => EFFECTS[name](diagnostic));
  const first = diagnostics.find((one) => one.help === undefined && causeOf(one) !== undefined);
  const cause = first && causeOf(first);
  if (cause === undefined) return diagnostics;
  const help = `If your own TypeScript accepts this, install it here: without it, "${cause}" defaults to ${MEANINGS[cause]}.`;
  return diagnostics.map((one) => (one === first ? { ...one, help } : one));
}

/** Whether an option's default may have caused an error. */
const EFFECTS: Readonly<Record<GuessedOption, (diagnostic: Diagnostic) => boolean>> = {
  strict: ({ code, message }) => STRICT.has(code) || (ASSIGNMENT.has(code) && /\b(?:undefined|null)\b/.test(message)),
  types: ({ code }) => NAMES.has(code),
  noUncheckedSideEffectImports: ({ code }) => code === "TS2882",
};

/** The option's default since TypeScript 6. */
const MEANINGS: Readonly<Record<GuessedOption, string>> = {
  strict: "true, as in TypeScript 6",
  types: "none but Node.js and Bun, similar to TypeScript 6",
  noUncheckedSideEffectImports: "true, as in TypeScript 6",
};

/**
 * An implicit `any`, a value that may be null or undefined, an unknown in a `catch`, a property without an initializer.
 */
const STRICT: ReadonlySet<string> = new Set([
  ...["TS2531", "TS2532", "TS2533", "TS2564", "TS2683", "TS18046", "TS18047", "TS18048", "TS18049"],
  ...["TS7005", "TS7006", "TS7008", "TS7010", "TS7011", "TS7016", "TS7018", "TS7019", "TS7022", "TS7023", "TS7024"],
  ...["TS7031", "TS7033", "TS7034", "TS7051", "TS7053"],
]);

/** "Type … is not assignable to type …", of a value, an argument, an option. */
const ASSIGNMENT: ReadonlySet<string> = new Set(["TS2322", "TS2345", "TS2769"]);

/** "Cannot find name …", "… namespace …", with and without advice on what to install. */
const NAMES: ReadonlySet<string> = new Set(["TS2304", "TS2503", "TS2580", "TS2582", "TS2593"]);
