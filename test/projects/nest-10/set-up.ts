import type { SetUp } from "../../support/projects/set-up.js";
import nest11 from "../nest-11/set-up.js";

/** The same application as the template of Nest 10 sets it up: CommonJS, packages found as Node 10 did, nothing strict. */
export default { basis: "nest-11", steps: nest11.steps } satisfies SetUp;
