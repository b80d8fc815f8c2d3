import { mkdir, mkdtemp, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/**
 * Makes a folder for the bundle of a file, from where packages are resolved as they are from the file: inside the nearest
 * `node_modules`, where tools keep such things and watchers, linters and git do not look. Where there is none, or it
 * cannot be written to, or `node --watch-path` may be watching it, the folder is one of the system's temporary ones.
 */
export async function createBundleFolder(file: string): Promise<string> {
  const packages = await nearestPackages(dirname(file));
  const cache = packages && join(packages, ".cache", "plainmcp");
  try {
    if (cache !== undefined && !isPathWatched()) {
      await mkdir(cache, { recursive: true });
      return await mkdtemp(join(cache, "serve-"));
    }
  } catch {
    // Such as an installation that is read-only: then only packages that are named at run time are not found.
  }
  return await mkdtemp(join(tmpdir(), "plainmcp-serve-"));
}

/** With `--watch-path`, and unlike with `--watch`, Node has no channel to the process. */
function isPathWatched(): boolean {
  return process.env.WATCH_REPORT_DEPENDENCIES !== undefined && process.send === undefined;
}

async function nearestPackages(folder: string): Promise<string | undefined> {
  const packages = join(folder, "node_modules");
  const isFolder = await stat(packages).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (isFolder) return packages;
  return dirname(folder) === folder ? undefined : nearestPackages(dirname(folder));
}
