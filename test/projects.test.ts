import { describe, it } from "vitest";
import { linkPackages } from "./support/projects/link-packages.js";
import { projectEnv } from "./support/projects/project-env.js";
import { readSetUps } from "./support/projects/read-set-ups.js";
import { tryProject } from "./support/projects/try-project.js";

const fast = (await readSetUps()).filter(({ setUp }) => setUp.isFast);

/** Those that need nothing from the registry; `full/projects.test.ts` installs them too, and all others. */
describe("projects that link what this repository has", () => {
  it.for(fast)("$name", async ({ name, setUp }, { signal }) => {
    await tryProject(name, setUp, { env: projectEnv(), signal, install: async (folder) => linkPackages(folder) });
  });
});
