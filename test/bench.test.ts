import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { ROOT } from "./support/serve.js";

const BENCH = join(ROOT, "bench");

// One of everything, once: whether a benchmark still runs, not how fast it is.
it.each([
  ["compile", ["manifest, cold |", "manifest, cold, using Node", "manifest, warm", "tsc 5.9", "tsc 7.0", "typescript-json-schema", "an edit"]],
  ["validate", ["closures", "Ajv, compiled", "Ajv standalone", "zod 4", "@cfworker/json-schema"]],
])("bench/%s prints its table", async (name, subjects) => {
  const args = [join(BENCH, "node_modules/tsx/dist/cli.mjs"), `src/${name}/main.ts`, "--tiny"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: BENCH });
  const rows = stdout.split("\n").filter((line) => /^\| .*\d+(?:\.\d+)? (?:ms|ns) \|/.test(line));
  for (const subject of subjects) expect(rows.filter((row) => row.includes(subject))).toHaveLength(1);
  expect(stdout).toContain(`Node ${process.version}`);
});
