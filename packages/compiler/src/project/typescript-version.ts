import { dirname, join } from "node:path";
import type { NotedDisk } from "./noted-disk.js";

/**
 * The major version of the TypeScript that belongs to a directory: the one that is installed, or else the one that a
 * `package.json` asks for.
 *
 * @param directory Absolute path
 */
export function typescriptVersion(directory: string, disk: NotedDisk): number | undefined {
  return (
    findUp(directory, (at) => major(readJson(join(at, "node_modules/typescript/package.json"), disk)?.version)) ??
    findUp(directory, (at) => {
      const { dependencies, devDependencies, peerDependencies } = readJson(join(at, "package.json"), disk) ?? {};
      return major({ ...peerDependencies, ...dependencies, ...devDependencies }.typescript);
    })
  );
}

interface PackageJson {
  readonly version?: unknown;
  readonly dependencies?: Dependencies;
  readonly devDependencies?: Dependencies;
  readonly peerDependencies?: Dependencies;
}

type Dependencies = { readonly [name: string]: unknown };

function findUp<T>(directory: string, look: (directory: string) => T | undefined): T | undefined {
  const found = look(directory);
  const parent = dirname(directory);
  return found === undefined && parent !== directory ? findUp(parent, look) : found;
}

/** Of a version, or the highest that a range names, which is what a package manager would install. */
function major(range: unknown): number | undefined {
  if (typeof range !== "string") return undefined;
  const versions = range.replace(/^npm:.*@/, "").split(/[\s|]+/);
  const majors = versions.flatMap((version) => /^[~^>=v]*(\d+)/.exec(version)?.slice(1) ?? []);
  return majors.length === 0 ? undefined : Math.max(...majors.map(Number));
}

function readJson(path: string, disk: NotedDisk): PackageJson | undefined {
  if (!disk.isFile(path)) return undefined;
  try {
    const json: unknown = JSON.parse(disk.read(path) ?? "");
    return typeof json === "object" && json !== null ? json : undefined;
  } catch {
    // Its package manager reports it better than we could.
    return undefined;
  }
}
