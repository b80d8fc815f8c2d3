import { copyFileSync, readFileSync } from "node:fs";

/**
 * Installs what a folder outside of the workspace pins in its `package-lock.json`, unless that is what it holds. Nothing of
 * it is run.
 *
 * @param {string} folder From the repository's root
 * @param {import("./run-checks.mjs").Checks["check"]} check Runs a command
 */
export async function installFolder(folder, check) {
  const wanted = new URL(`../${folder}/package-lock.json`, import.meta.url);
  const installed = new URL(`../${folder}/node_modules/.installed-lock.json`, import.meta.url);
  if (read(installed) === read(wanted)) return;
  const args = ["ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"];
  if (await check(`install ${folder}`, "npm", args)) copyFileSync(wanted, installed);
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
