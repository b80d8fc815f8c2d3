import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { runCheck } from "./run-check.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs tests, counts what passed and names what failed. What fails outside of a test, such as a file that cannot be
 * loaded, is one failure.
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
    const outcome = read(report);
    if (!isPassed && outcome.failures.length === 0) outcome.failures.push("tests");
    return outcome;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function read(report) {
  let text;
  try {
    text = readFileSync(report, "utf8");
  } catch (error) {
    // Vitest itself failed before it could write any.
    if (error.code === "ENOENT") return { passed: 0, failures: [] };
    throw error;
  }
  const { numPassedTests, testResults } = JSON.parse(text);
  return { passed: numPassedTests, failures: testResults.flatMap(failuresOf) };
}

function failuresOf({ name, status, assertionResults }) {
  const file = relative(ROOT, name);
  const failed = assertionResults.filter((test) => test.status === "failed");
  if (failed.length > 0) return failed.map((test) => `${file} > ${test.fullName}`);
  return status === "failed" ? [file] : [];
}
