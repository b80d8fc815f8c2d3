// Installs, builds and runs what takes long or needs more than the workspace: `npm run test:full`. The last line is
// `N passed, N failed`. To add a heavy check, put a test into `test/full` or a line below.
import { checkPackages } from "./check-packages.mjs";
import { installDebian } from "./install-debian.mjs";
import { installFolder } from "./install-folder.mjs";
import { runChecks } from "./run-checks.mjs";

await runChecks(
  async ({ check, tests }) => {
    await checkPackages(check);
    await installDebian("nginx", "nginx-light", check);
    await installFolder("test/full/real-types", check);
    await check("types of test/full/real-types", "tsc", ["-p", "test/full/real-types"]);
    await tests("full");
    await tests("full-sdk");
    await tests("full-soak");
  },
  { isFresh: false },
);
