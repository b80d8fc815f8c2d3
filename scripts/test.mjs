// Installs, builds and runs every check: `npm test`. The last line is `N passed, N failed`.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PNPM } from "./pnpm.mjs";
import { runCheck } from "./run-check.mjs";
import { runTests } from "./run-tests.mjs";

const counts = { passed: 0, failed: 0 };

// Nothing after these two means anything when they fail.
const isReady =
  (await check("install", "npx", [...PNPM, "install", "--frozen-lockfile"])) &&
  (await check("build", "npx", [...PNPM, "run", "build"]));
if (isReady) {
  await check("format and lint", "biome", ["check", "--error-on-warnings"]);
  await check("types", "tsc", ["-p", "tsconfig.test.json"]);
  await check("unused", "knip", []);
  await checkPackages();
  add(await runTests());
}

console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

/** Looks at what would be published. */
async function checkPackages() {
  const folder = mkdtempSync(join(tmpdir(), "plainmcp-packages-"));
  const pack = [...PNPM, "--recursive", "--filter", "./packages/*", "pack", "--pack-destination", folder];
  if (await check("pack", "npx", pack)) {
    for (const name of readdirSync(folder)) {
      const tarball = join(folder, name);
      await check(`publint ${name}`, "publint", ["run", tarball, "--strict"]);
      await check(`attw ${name}`, "attw", [tarball, "--profile", "esm-only", "--format", "table-flipped"]);
    }
  }
  rmSync(folder, { recursive: true });
}

async function check(name, command, args) {
  const isPassed = await runCheck(name, command, args);
  add(isPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  return isPassed;
}

function add({ passed, failed }) {
  counts.passed += passed;
  counts.failed += failed;
}
