import type { SetUp } from "../../support/projects/set-up.js";
import npmWorkspace from "../npm-workspace/set-up.js";

/** The same packages without `node_modules`: Yarn lets TypeScript and Node look into its archives. */
export default { basis: "npm-workspace", steps: npmWorkspace.steps } satisfies SetUp;
