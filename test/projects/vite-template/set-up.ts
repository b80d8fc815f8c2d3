import { installs } from "../../support/projects/installs.js";
import { runs } from "../../support/projects/runs.js";
import { serves } from "../../support/projects/serves.js";
import type { SetUp } from "../../support/projects/set-up.js";

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
