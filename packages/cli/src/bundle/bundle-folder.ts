import { mkdir, mkdtemp, readdir, realpath, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The folder of a process that has been killed. One that still waits has long read its bundle. */
const ABANDONED_MS = 60_000;

/**
 * Creates a folder for the bundle of a file from which packages resolve as from the file: in the nearest
 * `node_modules`, where watchers, linters and git do not look. If there is none, or it is read-only, or
 * `node --watch-path` may watch it, creates a temporary folder of the system instead. Its path is the real one, which
 * is what Node calls it. Removes those that earlier processes have left behind.
 */
export async function createBundleFolder(file: string): Promise<string> {
  return await realpath(await createFolder(file));
}

async function createFolder(file: string): Promise<string> {
  const packages = await nearestPackages(dirname(file));
  const cache = packages && join(packages, ".cache", "plainmcp");
  try {
    if (cache !== undefined && !isPathWatched()) {
      await mkdir(cache, { recursive: true });
      await removeAbandoned(cache);
      return await mkdtemp(join(cache, "serve-"));
    }
  } catch {
    // Such as a read-only installation. Then only packages that are named at run time are not found.
  }
  return await mkdtemp(join(tmpdir(), "plainmcp-serve-"));
}

async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const folder = join(cache, name);
    const found = name.startsWith("serve-") ? await stat(folder).catch(() => undefined) : undefined;
    if (found === undefined || found.mtimeMs > Date.now() - ABANDONED_MS) continue;
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
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
