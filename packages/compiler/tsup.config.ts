import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { defineConfig } from "tsup";
import { library } from "../../tsup.base.js";

const { resolve } = createRequire(import.meta.url);

export default defineConfig({
  ...library,
  platform: "node",
  entry: [
    "src/{index,internal}.ts",
    "src/plugin/{esbuild,rollup,webpack,webpack-loader}.ts",
    "src/register/{hooks,register}.ts",
  ],
  async onSuccess() {
    const [license, code] = await Promise.all([
      readFile(resolve("recheck/LICENSE"), "utf8"),
      readFile(resolve("recheck/lib/browser.js"), "utf8"),
    ]);
    // Beside the bundle, as src/patterns/slow-pattern.ts expects it: the package itself would bring 50 MB of native programs.
    await writeFile(
      "dist/recheck.cjs",
      `/*\nrecheck, https://makenowjust-labs.github.io/recheck/\n\n${license}*/\n${code}`,
    );
  },
});
