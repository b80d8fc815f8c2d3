import type { Plugin } from "esbuild";
import { MADE } from "../bundle.js";

/** Reads `process` from the global scope. An import of it would copy its hundreds of properties at every start. */
export function globalProcess(): Plugin {
  return {
    name: "plainmcp:global-process",
    setup(build) {
      build.onResolve({ filter: /^(node:)?process$/ }, () => ({ path: "process", namespace: PROCESS }));
      build.onLoad({ filter: /./, namespace: PROCESS }, () => ({ contents: "export default process;" }));
    },
  };
}

const PROCESS = `${MADE}process`;
