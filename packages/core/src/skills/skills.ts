/** Skills that are ready to be served. `createSkills` and `readSkills` make them. */
export interface Skills {
  /** One for each skill, in the order of their URIs. */
  readonly entries: readonly SkillEntry[];
  /** The files of all skills, by URI. */
  readonly files: ReadonlyMap<string, SkillFile>;
  /** What lies directly in each directory of a skill, by the directory's URI. */
  readonly directories: ReadonlyMap<string, readonly SkillResource[]>;
}

/** A skill as `skills/list` shows it. */
export interface SkillEntry {
  /** URI of its `SKILL.md`. */
  readonly uri: string;
  /** What its `SKILL.md` begins with. */
  readonly frontmatter: { readonly name: string; readonly description: string; readonly [field: string]: unknown };
  /** All of its files. */
  readonly resources: readonly { readonly uri: string; readonly digest: string; readonly size: number }[];
}

/** One file of a skill. */
export type SkillFile = SkillResource & ({ readonly text: string } | { readonly blob: string });

/** A file or a directory of a skill, as a list of resources shows it. */
export interface SkillResource {
  readonly uri: string;
  readonly name: string;
  readonly mimeType: string;
  /** Bytes, of a file. */
  readonly size?: number;
}
