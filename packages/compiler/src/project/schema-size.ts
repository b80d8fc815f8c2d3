/** Limits in bytes for the schemas of one tool, input and output together, as clients receive them. */
export interface SchemaSize {
  /** From this size on, there is a warning, and repeated parts go into `$defs`. @default 20_000 */
  readonly warn?: number;
  /** From this size on, there is an error. @default 200_000 */
  readonly error?: number;
}

/** The limits, with defaults. */
export function schemaSizeLimits({ warn = 20_000, error = 200_000 }: SchemaSize = {}): Required<SchemaSize> {
  return { warn: Math.min(warn, error), error };
}
