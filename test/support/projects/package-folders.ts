import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** Folders of a project that have a `package.json`, including its own, before anything is installed in it. */
export function packageFolders(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith("package.json") && !path.includes("node_modules"))
    .map(dirname);
}
