import type { SetUp } from "../../support/projects/set-up.js";
import { installs } from "../../support/projects/steps/installs.js";
import { runs } from "../../support/projects/steps/runs.js";
import { serves } from "../../support/projects/steps/serves.js";
import { servesHttp } from "../../support/projects/steps/serves-http.js";

const calls = { count: [{ name: "chair" }, "4 x chair at home"] } as const;

/** A Nest application that injects what its tools need: built with Nest's own command, from its source, and alone. */
export default {
  steps: [
    installs(),
    runs("plainmcp manifest src/warehouse.tools.ts --out manifest.json"),
    runs("nest build"),
    servesHttp("node dist/main.js", calls),
    servesHttp("node --import @plainmcp/compiler/register src/main.ts", calls),
    serves("plainmcp serve src/alone.ts", calls),
  ],
} satisfies SetUp;
