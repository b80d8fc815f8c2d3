import { defineConfig } from "tsup";
import { library } from "../../tsup.base.js";

export default defineConfig({
  ...library,
  entry: [
    "src/index.ts",
    "src/containment/node/index.ts",
    "src/engine/index.ts",
    "src/manifest.ts",
    "src/register-manifest.ts",
    "src/skills/index.ts",
    "src/skills/node/index.ts",
  ],
  external: [/^node:/],
});
