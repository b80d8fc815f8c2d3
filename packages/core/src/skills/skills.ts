/** Skills that a server can serve. Make them with `createSkills` or `readSkills`. */
export interface Skills {
  /** One entry for each skill, in the order of their URIs. */
  readonly entries: readonly SkillEntry[];
  /** The files of all skills, by URI. */
  readonly files: ReadonlyMap<string, SkillFile>;
  /** The direct contents of each directory of a skill, by the directory's URI. */
  readonly directories: ReadonlyMap<string, readonly SkillResource[]>;
}

/** A skill as `skills/list` shows it. */
export interface SkillEntry {
  /** The URI of its `SKILL.md`. */
  readonly uri: string;
  /** The frontmatter of its `SKILL.md`. */
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
  /** The size of a file in bytes. */
  readonly size?: number;
}
