import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PNPM } from "./pnpm.mjs";

/**
 * Looks at what would be published.
 *
 * @param {import("./run-checks.mjs").Checks["check"]} check Runs a command
 */
export async function checkPackages(check) {
  const folder = mkdtempSync(join(tmpdir(), "plainmcp-packages-"));
  const pack = [...PNPM, "run", "pack-packages", "--pack-destination", folder];
  if (await check("pack", "npx", pack)) {
    for (const name of readdirSync(folder)) {
      const tarball = join(folder, name);
      await check(`publint ${name}`, "publint", ["run", tarball, "--strict"]);
      // We promise every resolution, node10 among them, but ES modules only.
      const attw = ["--ignore-rules", "cjs-resolves-to-esm", "--format", "table-flipped"];
      await check(`attw ${name}`, "attw", [tarball, ...attw]);
    }
  }
  rmSync(folder, { recursive: true });
}
