import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../serve.js";
import { readPackage } from "./read-package.js";
import { runWell } from "./run-program.js";

/** Packs our packages into a folder as they would be published, and returns what installs each, by its name. */
export async function packPackages(folder: string, env: Readonly<Record<string, string>>): Promise<Tarballs> {
  const { packageManager = "" } = readPackage(ROOT);
  const command = ["npx", "--yes", packageManager, "run", "pack-packages", "--pack-destination", folder];
  await runWell(command, { cwd: ROOT, env });
  const packages = readdirSync(join(ROOT, "packages")).map((name) => readPackage(join(ROOT, "packages", name)));
  return Object.fromEntries(
    packages.map(({ name = "", version }) => {
      const tarball = `${name.replace("@", "").replace("/", "-")}-${version}.tgz`;
      return [name, `file:${join(folder, tarball)}`];
    }),
  );
}

/** Dependency specifiers of our packages for a `package.json`, by name. */
export type Tarballs = Readonly<Record<string, string>>;
