import * as nodeModule from "node:module";
import { load, resolve } from "./hooks.js";
import { requireTypeScript } from "./require-typescript.js";

/** Missing in the types of the oldest Node that we support. */
const { registerHooks } = nodeModule as { registerHooks?: (hooks: object) => void };

/** The first minor version of each Node major in which modules from such hooks can `require` each other. */
const HOOKS_SINCE: Readonly<Record<number, number>> = { 22: 22, 24: 12, 25: 2 };

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const hasHooks =
  registerHooks !== undefined && (major > 25 || minor >= (HOOKS_SINCE[major] ?? Number.POSITIVE_INFINITY));

// Node imports this module first: `node --import @plainmcp/compiler/register main.ts`
requireTypeScript({ asModules: hasHooks });
if (hasHooks) registerHooks({ load, resolve });
else nodeModule.register("./hooks.js", import.meta.url);
process.setSourceMapsEnabled(true);
