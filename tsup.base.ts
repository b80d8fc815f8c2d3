import type { Options } from "tsup";

/** JavaScript for one package. It empties `dist`; `tsc -b` writes the declarations beside it afterwards. */
export const library: Options = {
  format: "esm",
  target: "node20",
  platform: "neutral",
  outDir: "dist",
  splitting: true,
  sourcemap: true,
  clean: true,
  dts: false,
  silent: true,
};
