import type { SetUp } from "../../support/projects/set-up.js";
import { installs } from "../../support/projects/steps/installs.js";
import { refuses } from "../../support/projects/steps/refuses.js";

/** Without `node_modules`, where nothing can be read: what to set is said. */
export default {
  basis: "npm-workspace",
  steps: [installs(), refuses("plainmcp serve server.ts", /nodeLinker: node-modules/, { in: "packages/app" })],
} satisfies SetUp;
