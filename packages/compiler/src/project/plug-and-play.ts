import { dirname, join } from "node:path";
import type { NotedDisk } from "./noted-disk.js";

/** What to do in a project of Yarn's Plug'n'Play, whose packages lie where only Yarn finds them. Nothing for others. */
export function plugAndPlayHelp(directory: string, disk: NotedDisk): string | undefined {
  if (disk.isFile(join(directory, ".pnp.cjs"))) return HELP;
  const parent = dirname(directory);
  return parent === directory ? undefined : plugAndPlayHelp(parent, disk);
}

const HELP =
  "TypeScript cannot look into Yarn's Plug'n'Play. Write nodeLinker: node-modules into .yarnrc.yml, and run: yarn install";
