import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Tarballs } from "./pack-packages.js";
import { packageFolders } from "./package-folders.js";
import { packageManager } from "./package-manager.js";
import { readPackage } from "./read-package.js";
import { type ProgramOptions, runWell } from "./run-program.js";

/** Installs a folder's dependencies with its package manager, and our packages from their tarballs. */
export async function installPackages(tarballs: Tarballs, options: ProgramOptions): Promise<void> {
  const { install, replace } = packageManager(options.cwd);
  for (const folder of packageFolders(options.cwd)) {
    const read = readPackage(folder);
    const written = {
      ...read,
      ...(folder === options.cwd && replace(tarballs)),
      dependencies: withTarballs(read.dependencies, tarballs),
      devDependencies: withTarballs(read.devDependencies, tarballs),
    };
    writeFileSync(join(folder, "package.json"), JSON.stringify(written, null, 2));
  }
  await runWell(install, options);
}

function withTarballs(dependencies: Readonly<Record<string, string>> = {}, tarballs: Tarballs): object {
  return Object.fromEntries(Object.entries(dependencies).map(([name, spec]) => [name, tarballs[name] ?? spec]));
}
