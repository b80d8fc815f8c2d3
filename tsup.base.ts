import type { Options } from "tsup";

/** JavaScript for one package. It empties `dist`; `tsc -b` writes the declarations beside it afterwards. */
export const library: Options = {
  format: "esm",
  target: "node20",
  platform: "neutral",
  outDir: "dist",
  splitting: true,
  sourcemap: true,
  // Two builds of one package run at the same time.
  clean: ["!modules/**"],
  dts: false,
  silent: true,
};

/** The same, module by module, for `plainmcp build`: it leaves out what a server does not need, or needs later. */
export const modules: Options = {
  ...library,
  bundle: false,
  entry: ["src/**/*.ts", "!src/**/*.{test,fixture}.ts"],
  outDir: "dist/modules",
  sourcemap: false,
  clean: true,
  minifyWhitespace: true,
};
