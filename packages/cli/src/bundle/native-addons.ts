import { basename } from "node:path";
import type { Plugin } from "esbuild";

/** Refuses native addons, which a bundle cannot contain. */
export function nativeAddons(): Plugin {
  return {
    name: "plainmcp:native-addons",
    setup(build) {
      build.onLoad({ filter: /\.node$/ }, ({ path }) => ({
        errors: [
          {
            text: `${basename(path)} is a native addon, which cannot be part of one self-contained file`,
            notes: [
              {
                text: "Run the server from its source with `plainmcp serve` instead, or use a package without native code.",
              },
            ],
          },
        ],
      }));
    },
  };
}
