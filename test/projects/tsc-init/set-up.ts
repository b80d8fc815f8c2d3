import { installs } from "../../support/projects/installs.js";
import { runs } from "../../support/projects/runs.js";
import { serves } from "../../support/projects/serves.js";
import type { SetUp } from "../../support/projects/set-up.js";

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
