import { defineConfig } from "tsup";
import { library, modules } from "../../tsup.base.js";

export default defineConfig([
  {
    ...library,
    entry: [
      "src/index.ts",
      "src/containment/node/index.ts",
      "src/engine/index.ts",
      "src/hosts/host-rules.ts",
      "src/lane/index.ts",
      "src/manifest/manifest.ts",
      "src/manifest/register-manifest.ts",
      "src/patterns/index.ts",
      "src/sdk/index.ts",
      "src/sdk/serve-connection.ts",
      "src/skills/index.ts",
      "src/skills/node/index.ts",
      "src/values/value-types.ts",
    ],
    external: [/^node:/],
  },
  modules,
]);
