import type { SetUp } from "../../support/projects/set-up.js";
import npmWorkspace from "../npm-workspace/set-up.js";

/** The same packages as they are linked by another package manager. */
export default { basis: "npm-workspace", steps: npmWorkspace.steps } satisfies SetUp;
