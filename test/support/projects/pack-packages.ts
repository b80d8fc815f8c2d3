import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../serve.js";
import { readPackage } from "./read-package.js";
import { runWell } from "./run-program.js";

/** Packs what would be published into a folder, and returns what installs each of them, by its name. */
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

/** What a `package.json` says to install each of our packages. */
export type Tarballs = Readonly<Record<string, string>>;
