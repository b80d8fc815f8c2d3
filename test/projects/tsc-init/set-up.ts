import type { SetUp } from "../../support/projects/set-up.js";
import { installs } from "../../support/projects/steps/installs.js";
import { runs } from "../../support/projects/steps/runs.js";
import { serves } from "../../support/projects/steps/serves.js";

const calls = { greet: [{ name: "Ada" }, "Hello, Ada"] } as const;

/** What `tsc --init` of TypeScript 5.9 writes: `verbatimModuleSyntax`, no types, no unchecked imports. */
export default {
  isFast: true,
  steps: [
    installs(),
    runs("tsc --init"),
    runs("tsc --noEmit"),
    runs("plainmcp manifest server.ts"),
    serves("plainmcp serve server.ts", calls),
  ],
} satisfies SetUp;
