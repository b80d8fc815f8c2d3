import { isBuilt, isInstalled, markBuilt } from "./build-state.mjs";
import { PNPM } from "./pnpm.mjs";
import { runCheck } from "./run-check.mjs";
import { runTests } from "./run-tests.mjs";

/**
 * Installs, builds and runs checks. The last line is `N passed, N failed`, and the process fails with it. Above it, each
 * failure has a line `failed: NAME`, since what it printed is far up by then.
 *
 * @param {(checks: Checks) => Promise<void>} run The checks, one after the other
 * @param {{ isFresh: boolean }} options Whether to install and build even where nothing has changed
 *
 * @typedef Checks
 * @property {(name: string, command: string, args: readonly string[]) => Promise<boolean>} check Runs a command and tells
 * whether it passed
 * @property {(project: string) => Promise<void>} tests Runs the tests of a project of Vitest, `"!name"` those of all others
 */
export async function runChecks(run, { isFresh }) {
  const failures = [];
  let passed = 0;
  const add = (outcome) => {
    passed += outcome.passed;
    failures.push(...outcome.failures);
  };
  const check = async (name, command, args) => {
    const isPassed = await runCheck(name, command, args);
    add(isPassed ? { passed: 1, failures: [] } : { passed: 0, failures: [name] });
    return isPassed;
  };
  const tests = async (project) => add(await runTests(project));

  // Nothing after these two means anything when they fail.
  if ((await install(check, isFresh)) && (await build(check, isFresh))) await run({ check, tests });
  console.log("");
  for (const name of failures) console.log(`failed: ${name}`);
  console.log(`${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

async function install(check, isFresh) {
  if (!isFresh && isInstalled()) return true;
  return await check("install", "npx", [...PNPM, "install", "--frozen-lockfile"]);
}

async function build(check, isFresh) {
  if (!isFresh && isBuilt()) return true;
  const isPassed = await check("build", "npx", [...PNPM, "run", "build"]);
  if (isPassed) markBuilt();
  return isPassed;
}
