import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { GuessedOption } from "../project/compiler-options.js";

/**
 * Says once, beside the first error that may come of it, that options were read as TypeScript 6 reads them, since it is
 * not known which version the user has.
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
  const help = `If your own TypeScript accepts this, install it here. Without it, "${cause}" is taken as ${MEANINGS[cause]}.`;
  return diagnostics.map((one) => (one === first ? { ...one, help } : one));
}

/** Whether an error may come of the option's default. */
const EFFECTS: Readonly<Record<GuessedOption, (diagnostic: Diagnostic) => boolean>> = {
  strict: ({ code, message }) => STRICT.has(code) || (ASSIGNMENT.has(code) && /\b(?:undefined|null)\b/.test(message)),
  types: ({ code }) => NAMES.has(code),
  noUncheckedSideEffectImports: ({ code }) => code === "TS2882",
};

/** What the option is without a word in the tsconfig, since TypeScript 6. */
const MEANINGS: Readonly<Record<GuessedOption, string>> = {
  strict: "true, as TypeScript 6 does",
  types: "empty but for Node.js and Bun, as TypeScript 6 does",
  noUncheckedSideEffectImports: "true, as TypeScript 6 does",
};

/** Something is implicitly of type `any`, possibly null or undefined, unknown in a `catch`, or not initialized. */
const STRICT: ReadonlySet<string> = new Set([
  ...["TS2531", "TS2532", "TS2533", "TS2564", "TS2683", "TS18046", "TS18047", "TS18048", "TS18049"],
  ...["TS7005", "TS7006", "TS7008", "TS7010", "TS7011", "TS7016", "TS7018", "TS7019", "TS7022", "TS7023", "TS7024"],
  ...["TS7031", "TS7033", "TS7034", "TS7051", "TS7053"],
]);

/** "Type … is not assignable to type …", of a value, an argument, an option. */
const ASSIGNMENT: ReadonlySet<string> = new Set(["TS2322", "TS2345", "TS2769"]);

/** "Cannot find name …", "… namespace …", with and without advice what to install. */
const NAMES: ReadonlySet<string> = new Set(["TS2304", "TS2503", "TS2580", "TS2582", "TS2593"]);
