import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runQuietly } from "../shared/scripts.js";

/** What an installation puts on a disk. */
export interface Installed {
  readonly packages: number;
  readonly bytes: number;
}

/** Installs packages into a new folder as a user would, without running any of them. @param specs As npm takes them */
export async function measureInstall(name: string, specs: readonly string[]): Promise<Installed> {
  return await inFolder(async (folder) => {
    writeFileSync(join(folder, "package.json"), '{ "name": "measured", "private": true }');
    await npm(name, folder, ["install", ...specs]);
  });
}

/** Installs what a folder's lockfile pins into a new folder. */
export async function measureLocked(name: string, locked: string): Promise<Installed> {
  return await inFolder(async (folder) => {
    for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(locked, file), join(folder, file));
    await npm(name, folder, ["ci"]);
  });
}

function npm(name: string, folder: string, args: readonly string[]): Promise<void> {
  return runQuietly(`install ${name}`, "npm", [
    ...args,
    ...["--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"],
  ]);
}

async function inFolder(install: (folder: string) => Promise<void>): Promise<Installed> {
  const folder = mkdtempSync(join(tmpdir(), "plainmcp-bench-install-"));
  try {
    mkdirSync(folder, { recursive: true });
    await install(folder);
    return measureFolder(join(folder, "node_modules"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measureFolder(modules: string): Installed {
  const { packages } = JSON.parse(readFileSync(join(modules, ".package-lock.json"), "utf8"));
  const files = readdirSync(modules, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return { packages: Object.keys(packages).length, bytes };
}
