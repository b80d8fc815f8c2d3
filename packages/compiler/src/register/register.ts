import * as nodeModule from "node:module";
import { load, resolve } from "./hooks.js";
import { requireTypeScript } from "./require-typescript.js";

/** As the types of the oldest Node we support do not have it. */
const { registerHooks } = nodeModule as { registerHooks?: (hooks: object) => void };

// What Node is told to import first: `node --import @plainmcp/compiler/register main.ts`
requireTypeScript({ asModules: registerHooks !== undefined });
if (registerHooks) registerHooks({ load, resolve });
else nodeModule.register("./hooks.js", import.meta.url);
process.setSourceMapsEnabled(true);
