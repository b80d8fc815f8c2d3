import { mkdir, mkdtemp, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/**
 * Creates a folder for the bundle of a file from which packages resolve as from the file: in the nearest
 * `node_modules`, where watchers, linters and git do not look. If there is none, or it is read-only, or
 * `node --watch-path` may watch it, creates a temporary folder of the system instead.
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
    // Such as a read-only installation. Then only packages that are named at run time are not found.
  }
  return await mkdtemp(join(tmpdir(), "plainmcp-serve-"));
}

/** Unlike `--watch`, `--watch-path` opens no channel to the process. */
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
