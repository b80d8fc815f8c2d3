import type { SetUp } from "../../support/projects/set-up.js";
import { installs } from "../../support/projects/steps/installs.js";
import { runs } from "../../support/projects/steps/runs.js";
import { serves } from "../../support/projects/steps/serves.js";

const calls = { beside: [{ name: "notes.txt" }, "notes.txt near server.ts true"] } as const;

/** A package of CommonJS modules, from its source: `require`, `module`, `__filename`, `import =` and `export =`. */
export default {
  isFast: true,
  steps: [installs(), runs("tsc"), serves("node --import @plainmcp/compiler/register main.ts", calls)],
} satisfies SetUp;
