import type { BuildOptions } from "esbuild";

/**
 * How our own code and the protocol SDK are bundled: small, but in lines that are not too long to be printed. Functions
 * do not keep their names, as they do in the user's code, because that costs time wherever a function is made, which
 * happens in every call.
 */
export const OUR_CODE: BuildOptions = {
  format: "cjs",
  tsconfigRaw: {},
  conditions: ["module"],
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 200,
};
