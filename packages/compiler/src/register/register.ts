import * as nodeModule from "node:module";
import { load, resolve } from "./hooks.js";
import { requireTypeScript } from "./require-typescript.js";

/** The types of the oldest Node we support do not have it. */
const { registerHooks } = nodeModule as { registerHooks?: (hooks: object) => void };

/** The first minor version of each Node in which modules that such hooks load can `require` one another. */
const HOOKS_SINCE: Readonly<Record<number, number>> = { 22: 22, 24: 12, 25: 2 };

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const hasHooks =
  registerHooks !== undefined && (major > 25 || minor >= (HOOKS_SINCE[major] ?? Number.POSITIVE_INFINITY));

// What Node is told to import first: `node --import @plainmcp/compiler/register main.ts`
requireTypeScript({ asModules: hasHooks });
if (hasHooks) registerHooks({ load, resolve });
else nodeModule.register("./hooks.js", import.meta.url);
process.setSourceMapsEnabled(true);
