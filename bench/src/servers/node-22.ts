import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../shared/work-folder.js";

const PACKAGED = join(ROOT, "bench/node_modules/node-22/bin/node");

/** A Node for servers that need 22, and why there is none on this machine. */
export const NODE_22: { readonly program: string; readonly problem?: string } = existsSync(PACKAGED)
  ? { program: PACKAGED }
  : Number(process.versions.node.split(".", 1)) >= 22
    ? { program: process.execPath }
    : { program: process.execPath, problem: "needs Node 22, which npm has for Linux on x64 only" };
