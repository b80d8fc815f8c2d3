import { join } from "node:path";
import { findUp } from "./find-up.js";
import type { NotedDisk } from "./noted-disk.js";

/**
 * The major version of TypeScript for a directory: the installed one, or else the one in a `package.json`.
 *
 * @param directory Absolute path
 */
export function typescriptVersion(directory: string, disk: NotedDisk): number | undefined {
  return (
    findUp(directory, (at) => major(disk.readJson(join(at, "node_modules/typescript/package.json")).version)) ??
    findUp(directory, (at) => {
      const { dependencies, devDependencies, peerDependencies } = disk.readJson(join(at, "package.json"));
      const all: { readonly typescript?: unknown } = Object.assign({}, peerDependencies, dependencies, devDependencies);
      return major(all.typescript);
    })
  );
}

/** The major version in a range; the highest one if it names several, as package managers choose. */
function major(range: unknown): number | undefined {
  if (typeof range !== "string") return undefined;
  const versions = range.replace(/^npm:.*@/, "").split(/[\s|]+/);
  const majors = versions.flatMap((version) => /^[~^>=v]*(\d+)/.exec(version)?.slice(1) ?? []);
  return majors.length === 0 ? undefined : Math.max(...majors.map(Number));
}
