/** What an error knows about its option. */
export interface AboutOption {
  /** The option's name in code. */
  readonly option: string;
  /** The message for a reader who knows the options by other names, such as flags. */
  readonly describe: (nameOf: NameOf) => string;
}

/** Returns the name that the reader of a message uses for an option. */
export type NameOf = (option: string) => string;

/**
 * Makes an error about an option.
 *
 * @param write Writes the message with the name of the option; `nameOf` gives the names of other options
 */
export function optionError(
  option: string,
  write: (name: string, nameOf: NameOf) => string,
  create: (message: string) => Error = (message) => new TypeError(message),
): Error & AboutOption {
  const describe: AboutOption["describe"] = (nameOf) => write(nameOf(option), nameOf);
  const error = Object.assign(create(describe((name) => name)), { option });
  // Not enumerable, because Node prints enumerable properties of an uncaught error.
  return Object.defineProperty(error, "describe", { value: describe }) as typeof error & AboutOption;
}

/** Throws an {@link optionError} for the first option that is not a number of at least `least`. */
export function requireAtLeast(least: number, options: Readonly<Record<string, number>>): void {
  for (const [option, value] of Object.entries(options)) {
    if (value >= least) continue;
    throw optionError(option, (name) => `${name} must be at least ${least}, not ${value}.`);
  }
}
