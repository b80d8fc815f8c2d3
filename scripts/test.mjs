// Installs, builds and runs every check: `npm test`. The last line is `N passed, N failed`.
import { readdirSync } from "node:fs";
import { PNPM } from "./pnpm.mjs";
import { runCheck } from "./run-check.mjs";
import { runTests } from "./run-tests.mjs";

const packages = readdirSync(new URL("../packages/", import.meta.url));
const counts = { passed: 0, failed: 0 };

// Nothing after these two means anything when they fail.
const isReady =
  (await check("install", "npx", [...PNPM, "install", "--frozen-lockfile"])) &&
  (await check("build", "npx", [...PNPM, "run", "build"]));
if (isReady) {
  await check("format and lint", "biome", ["check", "--error-on-warnings"]);
  await check("types", "tsc", ["-p", "tsconfig.test.json"]);
  await check("unused", "knip", []);
  for (const name of packages) {
    await check(`publint ${name}`, "publint", ["run", `packages/${name}`, "--strict"]);
    await check(`attw ${name}`, "attw", ["--pack", `packages/${name}`, "--profile", "esm-only"]);
  }
  add(await runTests());
}

console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

async function check(name, command, args) {
  const isPassed = await runCheck(name, command, args);
  add(isPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  return isPassed;
}

function add({ passed, failed }) {
  counts.passed += passed;
  counts.failed += failed;
}
