/** How many bytes the schemas of one tool may have, input and output together, as clients get them. */
export interface SchemaSize {
  /** From here on there is a warning, and what repeats goes into `$defs`. @default 20_000 */
  readonly warn?: number;
  /** From here on there is an error. @default 200_000 */
  readonly error?: number;
}

/** The limits, with the defaults for those that are not given. */
export function schemaSizeLimits({ warn = 20_000, error = 200_000 }: SchemaSize = {}): Required<SchemaSize> {
  return { warn: Math.min(warn, error), error };
}
