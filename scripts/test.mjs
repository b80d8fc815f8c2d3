// Installs, builds and runs every check that a change has to pass: `npm test`. The last line is `N passed, N failed`.
import { runChecks } from "./run-checks.mjs";

await runChecks(
  async ({ check, tests }) => {
    await check("format and lint", "biome", ["check", "--error-on-warnings"]);
    await check("types", "tsc", ["-p", "tsconfig.test.json"]);
    await check("unused", "knip", []);
    await tests("!full*");
  },
  { isFresh: true },
);
