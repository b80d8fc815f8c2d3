import type { SetUp } from "../../support/projects/set-up.js";
import { installs } from "../../support/projects/steps/installs.js";
import { runs } from "../../support/projects/steps/runs.js";

/** Jest takes none of our plugins: the test passes the manifest on. */
export default {
  steps: [
    installs(),
    runs("plainmcp manifest kiosk.ts --out manifest.json"),
    runs("node --experimental-vm-modules node_modules/jest/bin/jest.js"),
  ],
} satisfies SetUp;
