import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./serve.js";

const NODE_22 = join(ROOT, "test/node_modules/node-22/bin/node");

/** A Node for programs that need 22 or later: the packaged one if it is installed. */
export const NEWER_NODE: string = existsSync(NODE_22) ? NODE_22 : process.execPath;

/** Paths of the Node that runs this, and of those that come as packages, which exist for one platform only. */
export const NODES: Readonly<Record<string, string>> = {
  [`Node ${process.versions.node.split(".", 1)}`]: process.execPath,
  "Node 22, packaged for Linux on x64": NODE_22,
  "Node 24, packaged for Linux on x64": join(ROOT, "test/node_modules/node-24/bin/node"),
};
