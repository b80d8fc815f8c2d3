/** A copy of a set-up's project, in a folder outside this repository. */
export interface Project {
  /** Absolute path. */
  readonly folder: string;
  /** Environment variables for everything that runs in it. */
  readonly env: Readonly<Record<string, string>>;
  /** Aborted when all of it takes too long. */
  readonly signal: AbortSignal;
  /** Installs the dependencies in the `package.json` of a folder in it. */
  install(folder: string): Promise<void>;
}
