import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { nodeSkillFiles } from "@modelcontextprotocol/server/ext/skills/node";
import { RegistrationError } from "../../registration-error.js";
import type { Skills } from "../skills.js";
import { createSkills } from "./create-skills.js";

/**
 * Reads skills from a folder: each folder in it with a `SKILL.md` is a skill. It reads all files at once, except hidden
 * ones. Later changes are served after the next start.
 *
 * @param folder Relative paths start at the working directory. A URL made with `import.meta.url` starts at the module.
 *   In a build, that is the bundle, so copy the folder next to it
 * @throws RegistrationError that lists everything wrong with the skills; links are refused
 *
 * @example
 * ```ts
 * const skills = await readSkills(new URL("skills", import.meta.url));
 * export default defineServer(Shop, { skills });
 * ```
 */
export async function readSkills(folder: string | URL): Promise<Skills> {
  const root = typeof folder === "string" ? resolve(folder) : fileURLToPath(folder);
  const storage = nodeSkillFiles(root);
  const problems: string[] = [];
  const files = new Map<string, Uint8Array>();
  const visit = async (directory: string): Promise<void> => {
    for (const { name, kind } of await storage.list(directory)) {
      if (name.startsWith(".")) continue;
      const path = directory === "" ? name : `${directory}/${name}`;
      if (kind === "directory") await visit(path);
      else if (kind === "file") files.set(path, await storage.read(path));
      else problems.push(`${path} is a link or not a file: copy the file instead`);
    }
  };
  try {
    await visit("");
  } catch (error) {
    problems.push(unreadable(root, error));
  }
  if (problems.length > 0) throw new RegistrationError(problems);
  return createSkills(Object.fromEntries(files));
}

function unreadable(root: string, error: unknown): string {
  if ((error as NodeJS.ErrnoException).code === "ENOENT") {
    return `there is no folder ${root}: a built server reads skills from the folder of its module, so copy them there`;
  }
  return `the skills in ${root} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}
