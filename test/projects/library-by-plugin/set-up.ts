import type { SetUp } from "../../support/projects/set-up.js";
import { installs } from "../../support/projects/steps/installs.js";
import { prints } from "../../support/projects/steps/prints.js";
import { runs } from "../../support/projects/steps/runs.js";
import { serves } from "../../support/projects/steps/serves.js";

const wake = [{ hour: 7 }, "birds at 7"] as const;
const shine = [{}, "it shines"] as const;
const options = { in: "app", answer: { tune: "birds" } };

/** What has to come before the app is installed: the library, built and packed. */
export const packsLibrary = [
  installs("library"),
  runs("npm run build", { in: "library" }),
  runs("npm pack", { in: "library" }),
];

/** A base class has its tools in the library only: that is said, and overriding them brings them back. */
export const extendsLibrary = [
  prints("plainmcp manifest inherited.ts", /warning.*Health.*@tool health.*super.*source/s, options),
  serves("plainmcp serve overridden.ts", { health: [{}, "Lamp is well"], shine }, options),
];

/** A package built with Vite and our plugin, which hands the manifests of its classes on to an app. */
export default {
  steps: [
    ...packsLibrary,
    installs("app"),
    serves("plainmcp serve server.ts", { shine, wake }, options),
    serves("plainmcp serve alarm.ts", { wake }, options),
    runs("plainmcp build server.ts --transport stdio", options),
    serves("node dist/server.mjs", { shine, wake }, options),
    ...extendsLibrary,
  ],
} satisfies SetUp;
