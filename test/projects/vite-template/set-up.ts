import type { SetUp } from "../../support/projects/set-up.js";
import { installs } from "../../support/projects/steps/installs.js";
import { runs } from "../../support/projects/steps/runs.js";
import { serves } from "../../support/projects/steps/serves.js";

const calls = { kelvin: [{ degrees: 212, unit: "fahrenheit" }, "373"] } as const;

/** The tsconfig of Vite's TypeScript template, which lists no types. */
export default {
  isFast: true,
  steps: [
    installs(),
    runs("tsc"),
    runs("vite build"),
    serves("node dist/main.js", calls),
    serves("plainmcp serve src/server.ts", calls),
  ],
} satisfies SetUp;
