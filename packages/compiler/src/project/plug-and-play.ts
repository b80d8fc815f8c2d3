import { join } from "node:path";
import { findUp } from "./find-up.js";
import type { NotedDisk } from "./noted-disk.js";

/** What to do in a project of Yarn's Plug'n'Play where Yarn has not started the process, so that it finds no packages. */
export function plugAndPlayHelp(directory: string, disk: NotedDisk): string | undefined {
  if (process.versions.pnp !== undefined) return undefined;
  return findUp(directory, (at) => (disk.isFile(join(at, ".pnp.cjs")) ? HELP : undefined));
}

const HELP =
  "Only Yarn finds packages in Plug'n'Play: start this with yarn in front, or write nodeLinker: node-modules into .yarnrc.yml.";
