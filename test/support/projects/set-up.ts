import type { Project } from "./project.js";

/** The steps that test a project, from its installation on. They are in a `set-up.ts` beside the project. */
export interface SetUp {
  /** Whether this repository has all its dependencies, so that `npm test` can run it without the registry. */
  readonly isFast?: true;
  /** Another set-up, whose project this one extends or overrides with its own files. */
  readonly basis?: string;
  /** Run in order, until one fails. */
  readonly steps: readonly Step[];
}

/** Something that a person would do with the project. */
export type Step = (project: Project) => Promise<void>;
