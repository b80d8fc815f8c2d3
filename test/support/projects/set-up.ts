import type { Project } from "./project.js";

/** What happens to a project, from its installation on. It stands beside the project, in a `set-up.ts`. */
export interface SetUp {
  /** Whether all it installs is in this repository too, so that `npm test` can try it without the registry. */
  readonly isFast?: true;
  /** Another set-up, whose project this one repeats but for the files that it has itself. */
  readonly basis?: string;
  /** One after the other; the first that fails ends it. */
  readonly steps: readonly Step[];
}

/** Something that a person would do with the project. */
export type Step = (project: Project) => Promise<void>;
