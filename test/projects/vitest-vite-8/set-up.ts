import type { SetUp } from "../../support/projects/set-up.js";
import vite7 from "../vitest-vite-7/set-up.js";

/** The same tests, compiled by Oxc. */
export default { basis: "vitest-vite-7", steps: vite7.steps } satisfies SetUp;
