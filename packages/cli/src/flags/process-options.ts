/** What people can set for every server, beside the options of its transport. */
export interface ProcessOptions {
  /** Files to read environment variables from. */
  readonly envFile?: readonly string[];
}
