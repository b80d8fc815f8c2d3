import type { SetUp } from "../../support/projects/set-up.js";
import { installs } from "../../support/projects/steps/installs.js";
import { runs } from "../../support/projects/steps/runs.js";
import { serves } from "../../support/projects/steps/serves.js";

const calls = { opens: [{}, "at nine"], price: [{ pieces: 4 }, "12"] } as const;
const options = { in: "apps/api" };

/** A workspace of Nx 20, whose packages show their source under a condition: before they are built, and after. */
export default {
  steps: [
    installs(),
    serves("plainmcp serve src/server.ts", calls, options),
    runs("plainmcp build src/server.ts --transport stdio", options),
    serves("node dist/server.mjs", calls, options),
    runs("tsc --build"),
    serves("plainmcp serve src/server.ts", calls, options),
  ],
} satisfies SetUp;
