import { dirname, join } from "node:path";
import type { NotedDisk } from "./noted-disk.js";

/** What to do in a project of Yarn's Plug'n'Play where Yarn has not started the process, so that it finds no packages. */
export function plugAndPlayHelp(directory: string, disk: NotedDisk): string | undefined {
  if (process.versions.pnp !== undefined) return undefined;
  if (disk.isFile(join(directory, ".pnp.cjs"))) return HELP;
  const parent = dirname(directory);
  return parent === directory ? undefined : plugAndPlayHelp(parent, disk);
}

const HELP =
  "Only Yarn finds packages in Plug'n'Play: start this with yarn in front, or write nodeLinker: node-modules into .yarnrc.yml.";
