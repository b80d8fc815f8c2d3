import type { SetUp } from "../../support/projects/set-up.js";
import { installs } from "../../support/projects/steps/installs.js";
import { runs } from "../../support/projects/steps/runs.js";

/**
 * Tests that import a class from its source. Its base class and its mixin have files of their own, and the types of what
 * it calls are wrong, which is no concern of its contract.
 */
export default { isFast: true, steps: [installs(), runs("vitest run")] } satisfies SetUp;
