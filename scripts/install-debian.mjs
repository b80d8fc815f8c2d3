import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Installs a package of Debian, unless its program is there.
 *
 * @param {string} program
 * @param {string} name Of the package
 * @param {import("./run-checks.mjs").Checks["check"]} check Runs a command
 */
export async function installDebian(program, name, check) {
  // Programs for administrators are not in everybody's path.
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"];
  if (folders.some((folder) => isProgram(join(folder, program)))) return;
  const install = `apt-get -qq update && apt-get -qq install -y --no-install-recommends ${name}`;
  await check(`install ${name}`, "sh", ["-c", `DEBIAN_FRONTEND=noninteractive; export DEBIAN_FRONTEND; ${install}`]);
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
