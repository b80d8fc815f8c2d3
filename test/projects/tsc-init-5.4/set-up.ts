import type { SetUp } from "../../support/projects/set-up.js";
import { installs } from "../../support/projects/steps/installs.js";
import { runs } from "../../support/projects/steps/runs.js";
import { serves } from "../../support/projects/steps/serves.js";

const calls = { describe: [{ word: "here" }, "here 1 true"] } as const;

/**
 * What `tsc --init` of older versions writes: CommonJS, packages found as Node 10 did, and types of `@types` that
 * nobody names.
 */
export default {
  steps: [
    installs(),
    runs("tsc --init"),
    runs("tsc --noEmit"),
    runs("plainmcp manifest server.ts"),
    serves("plainmcp serve server.ts", calls),
    runs("plainmcp build server.ts --transport stdio"),
    serves("node dist/server.mjs", calls),
  ],
} satisfies SetUp;
