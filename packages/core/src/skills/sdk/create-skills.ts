import { SKILL_LIMITS, SkillCatalogError, skillEntry } from "@modelcontextprotocol/server/ext/skills";
import { RegistrationError } from "../../registration-error.js";
import { listDirectories } from "../list-directories.js";
import { parentOf } from "../parent-of.js";
import type { SkillEntry, Skills } from "../skills.js";
import { toSkillFile } from "../to-skill-file.js";

/**
 * Makes skills from bundled files, for runtimes without a file system. Each folder with a `SKILL.md` is a skill.
 *
 * @param files File contents by path with forward slashes, such as `refunds/SKILL.md`
 * @throws RegistrationError that lists everything wrong with the skills
 *
 * @example
 * ```ts
 * import refunds from "../skills/refunds/SKILL.md?raw";
 *
 * const skills = await createSkills({ "refunds/SKILL.md": refunds });
 * export default defineServer(Shop, { skills });
 * ```
 */
export async function createSkills(files: Readonly<Record<string, string | Uint8Array>>): Promise<Skills> {
  const problems: string[] = [];
  const contents = new Map(Object.entries(files).map(([path, content]) => [path, toBytes(content)]));
  const folders = findSkills([...contents.keys()], problems);
  const found = await Promise.all(folders.map((folder) => createEntry(folder, contents, problems)));
  if (problems.length > 0) throw new RegistrationError(problems);
  const entries = found.filter((entry) => entry !== undefined).sort(byUri);
  const served = entries.flatMap(({ resources }) => resources.map(({ uri }) => uri));
  return {
    entries,
    files: new Map(served.map((uri) => [uri, toSkillFile(uri, contents.get(pathOf(uri)) as Uint8Array)])),
    directories: listDirectories(entries),
  };
}

function findSkills(paths: readonly string[], problems: string[]): string[] {
  const folders: string[] = [];
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (path === "SKILL.md") problems.push("SKILL.md is not in a folder of its own: pass the parent folder");
    else if (name === "SKILL.md") folders.push(parentOf(path));
    else if (name.toLowerCase() === "skill.md") problems.push(`${path} must be named SKILL.md`);
  }
  if (folders.length + problems.length === 0) problems.push("no skill found: a skill is a folder with a SKILL.md");
  return folders;
}

async function createEntry(
  folder: string,
  contents: ReadonlyMap<string, Uint8Array>,
  problems: string[],
): Promise<SkillEntry | undefined> {
  const inside = [...contents].filter(([path]) => path.startsWith(`${folder}/`));
  const bytes = inside.reduce((sum, [, content]) => sum + content.byteLength, 0);
  if (inside.length > SKILL_LIMITS.files) {
    problems.push(
      `the skill ${folder} has ${inside.length} files, but clients need not accept more than ${SKILL_LIMITS.files}`,
    );
  }
  if (bytes > SKILL_LIMITS.bytes) {
    problems.push(
      `the skill ${folder} has ${bytes} bytes, but clients need not accept more than ${SKILL_LIMITS.bytes}`,
    );
  }
  try {
    const files = inside.map(([path, content]) => [path.slice(folder.length + 1), content]);
    return (await skillEntry(folder, Object.fromEntries(files))) as SkillEntry;
  } catch (error) {
    if (error instanceof SkillCatalogError)
      problems.push(...error.problems.map(({ message }) => `${folder}: ${message}`));
    else problems.push(`${folder}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** The path that a URI was made from: the inverse of encoding its segments. */
function pathOf(uri: string): string {
  return uri.slice("skill://".length).split("/").map(decodeURIComponent).join("/");
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

function byUri(one: SkillEntry, other: SkillEntry): number {
  return one.uri < other.uri ? -1 : 1;
}
