import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";

const ROOT = new URL("..", import.meta.url);
const STAMP = new URL("node_modules/.built", ROOT);

/** Whether `node_modules` holds exactly what the lockfile says. */
export function isInstalled() {
  const installed = read("node_modules/.pnpm/lock.yaml");
  return installed !== undefined && installed === read("pnpm-lock.yaml");
}

/** Whether every package was built after its newest source. */
export function isBuilt() {
  const built = statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = readdirSync(new URL("packages/", ROOT)).flatMap((name) => {
    const folder = new URL(`packages/${name}/`, ROOT);
    if (!statSync(new URL("dist", folder), { throwIfNoEntry: false })) return [Number.POSITIVE_INFINITY];
    return [modified(new URL("package.json", folder)), ...treeModified(new URL("src/", folder))];
  });
  return Math.max(...sources, modified(new URL("tsconfig.base.json", ROOT))) < built;
}

/** Notes that every package was built. */
export function markBuilt() {
  writeFileSync(STAMP, "");
}

function treeModified(folder) {
  return readdirSync(folder, { recursive: true }).map((name) => modified(new URL(name.replaceAll("\\", "/"), folder)));
}

function modified(file) {
  return statSync(file).mtimeMs;
}

function read(path) {
  try {
    return readFileSync(new URL(path, ROOT), "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
