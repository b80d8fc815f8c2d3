import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../shared/work-folder.js";

/** A package with its version, as `zod 4.6.7`. @param folder With the `node_modules` it is in, from the root */
export function installedVersion(name: string, folder = "bench"): string {
  const file = join(ROOT, folder, "node_modules", name, "package.json");
  return existsSync(file) ? `${name} ${JSON.parse(readFileSync(file, "utf8")).version}` : name;
}
