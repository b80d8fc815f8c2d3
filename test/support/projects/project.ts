/** A copy of a set-up's project, in a folder that knows nothing of this repository. */
export interface Project {
  /** Absolute path. */
  readonly folder: string;
  /** The environment of everything that runs in it. */
  readonly env: Readonly<Record<string, string>>;
  /** Aborted when all of it takes too long. */
  readonly signal: AbortSignal;
  /** Installs what the `package.json` of a folder in it asks for. */
  install(folder: string): Promise<void>;
}
