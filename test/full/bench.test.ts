import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { ROOT } from "../support/serve.js";

const BENCH = join(ROOT, "bench");

// One of everything, once: whether a benchmark still runs, not how fast it is.
it.each([
  [
    "compile",
    [
      "plainmcp manifest, cold",
      "plainmcp manifest, warm",
      "plainmcp manifest, nothing kept",
      "tsc 5.9 --noEmit",
      "tsc 7.0 --noEmit",
      "typescript-json-schema",
      "esbuild with plainmcp, an edit",
      "20 modules",
    ],
  ],
  [
    "contain",
    [
      "async function, bare",
      "async function, AsyncLocalStorage.run",
      "async function, contained",
      "tool, not contained",
      "tool, contained",
      "request, not contained",
      "request, contained",
    ],
  ],
  ["validate", ["plainmcp, closures", "Ajv, compiled at start", "Ajv standalone", "zod 4", "@cfworker/json-schema"]],
])("bench/%s prints its table", async (name, subjects) => {
  const args = [join(BENCH, "node_modules/tsx/dist/cli.mjs"), `src/${name}/main.ts`, "--tiny"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: BENCH });
  const rows = stdout.split("\n").filter((line) => /^\| .*\d+(?:\.\d+)? (?:ms|ns) \|/.test(line));
  const measured = rows.map((row) => row.split("|")[1]?.trim());
  for (const subject of subjects) expect(measured).toContain(subject);
  expect(stdout).toContain(`Node ${process.version}`);
});
