import type { SetUp } from "../../support/projects/set-up.js";
import { installs } from "../../support/projects/steps/installs.js";
import { runs } from "../../support/projects/steps/runs.js";
import { serves } from "../../support/projects/steps/serves.js";

const book = [{ name: "Ada" }, "Ada: 3 nights"] as const;
const all = { book, health: [{}, "Desk is well"], welcome: [{ name: "Ada" }, "Welcome, Ada"] } as const;
const options = { in: "packages/app", answer: { nights: 3 } };

/** Classes of a package of the same workspace: in an array, as a base class, and re-exported. */
export default {
  isFast: true,
  steps: [
    installs(),
    serves("plainmcp serve server.ts", all, options),
    serves("plainmcp serve rooms.ts", { book }, options),
    runs("plainmcp build server.ts --transport stdio", options),
    serves("node dist/server.mjs", all, options),
  ],
} satisfies SetUp;
