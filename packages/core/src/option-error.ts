/** What an error knows of the option that it is about. */
export interface AboutOption {
  /** The option's name in code. */
  readonly option: string;
  /** The message in the words of a reader who knows options by other names, such as those of flags. */
  readonly describe: (nameOf: NameOf) => string;
}

/** How the reader of a message calls an option. */
export type NameOf = (option: string) => string;

/**
 * An error about an option.
 *
 * @param write The message, given the name of the option; `nameOf` names others that play a part
 */
export function optionError(
  option: string,
  write: (name: string, nameOf: NameOf) => string,
  create: (message: string) => Error = (message) => new TypeError(message),
): Error & AboutOption {
  const describe: AboutOption["describe"] = (nameOf) => write(nameOf(option), nameOf);
  const error = Object.assign(create(describe((name) => name)), { option });
  // Node prints what is enumerable when nobody catches the error.
  return Object.defineProperty(error, "describe", { value: describe }) as typeof error & AboutOption;
}

/** Throws an {@link optionError} for each option that is not a number, or is less than it may be. */
export function requireAtLeast(least: number, options: Readonly<Record<string, number>>): void {
  for (const [option, value] of Object.entries(options)) {
    if (value >= least) continue;
    throw optionError(option, (name) => `${name} must be a number from ${least} up, not ${value}.`);
  }
}
