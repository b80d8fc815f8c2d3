import { defineConfig } from "tsup";
import { library } from "../../tsup.base.js";

export default defineConfig({
  ...library,
  platform: "node",
  // Module by module: `plainmcp build` bundles single ones of them into what it writes.
  bundle: false,
  entry: ["src/**/*.ts", "!src/**/*.{test,fixture}.ts"],
});
