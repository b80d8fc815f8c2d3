import type { SetUp } from "../../support/projects/set-up.js";
import { installs } from "../../support/projects/steps/installs.js";
import { refuses } from "../../support/projects/steps/refuses.js";
import { extendsLibrary, packsLibrary } from "../library-by-plugin/set-up.js";

/** The same library built with plain tsc, which hands on no manifest: that is said of each class that would be served. */
export default {
  basis: "library-by-plugin",
  steps: [
    ...packsLibrary,
    installs("app"),
    refuses("plainmcp serve server.ts", /Alarm.*@clocks\/tools.*manifest/, { in: "app" }),
    refuses("plainmcp build alarm.ts --transport stdio", /Alarm.*@clocks\/tools.*manifest/, { in: "app" }),
    ...extendsLibrary,
  ],
} satisfies SetUp;
