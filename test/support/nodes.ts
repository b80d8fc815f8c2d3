import { join } from "node:path";
import { ROOT } from "./serve.js";

/** Paths of the Node that runs this, and of those that come as packages, which are there on one platform only. */
export const NODES: Readonly<Record<string, string>> = {
  [`Node ${process.versions.node.split(".", 1)}`]: process.execPath,
  "Node 22, packaged for Linux on x64": join(ROOT, "test/node_modules/node-22/bin/node"),
  "Node 24, packaged for Linux on x64": join(ROOT, "test/node_modules/node-24/bin/node"),
};
