import type { SetUp } from "../../support/projects/set-up.js";
import { installs } from "../../support/projects/steps/installs.js";
import { runs } from "../../support/projects/steps/runs.js";
import { serves } from "../../support/projects/steps/serves.js";

const calls = { order: [{ id: 7, status: "paid" }, "order 7 is paid"] } as const;

/** A monorepo of older Nx: `paths` in one tsconfig, packages found as Node 10 did, and nothing strict. */
export default {
  steps: [
    installs(),
    runs("tsc -p apps/shop/tsconfig.app.json --noEmit"),
    runs("plainmcp manifest libs/orders/src/index.ts"),
    serves("plainmcp serve apps/shop/src/server.ts", calls),
    runs("node build.mjs"),
    serves("node dist/main.cjs", calls),
  ],
} satisfies SetUp;
