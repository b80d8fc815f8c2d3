import type { Options } from "tsup";

/** JavaScript for one package; `tsc -b` writes the declarations beside it. */
export const library: Options = {
  format: "esm",
  target: "node20",
  platform: "neutral",
  outDir: "dist",
  splitting: true,
  sourcemap: true,
  clean: false,
  dts: false,
  silent: true,
};
