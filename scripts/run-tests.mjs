import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCheck } from "./run-check.mjs";

/**
 * Runs tests and counts them. What fails outside of a test, such as a file that cannot be loaded, counts as one.
 *
 * @param {string} project The project of Vitest they belong to, `"!name"` for all but that
 */
export async function runTests(project) {
  const folder = mkdtempSync(join(tmpdir(), "plainmcp-test-"));
  const report = join(folder, "report.json");
  try {
    const isPassed = await runCheck("tests", "vitest", [
      "run",
      `--project=${project}`,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ]);
    return count(report, isPassed);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function count(report, isPassed) {
  const { passed, failed } = read(report);
  return { passed, failed: isPassed ? failed : Math.max(failed, 1) };
}

function read(report) {
  let text;
  try {
    text = readFileSync(report, "utf8");
  } catch (error) {
    // Vitest itself failed before it could write any.
    if (error.code === "ENOENT") return { passed: 0, failed: 1 };
    throw error;
  }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(text);
  const unloadable = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return { passed: numPassedTests, failed: numFailedTests + unloadable.length };
}
