import { syncBuiltinESMExports } from "node:module";
import { guardChildProcesses } from "./guard-child-processes.js";
import { guardFiles } from "./guard-files.js";
import { guardSwitch } from "./guard-switch.js";
import { guardWorkers } from "./guard-workers.js";

/**
 * Keeps this thread, the child processes it starts and its workers off the descriptors of the protocol. Workers run this
 * function as well: `guard-preload.ts` holds it as text. Returns what ends the guard of this thread.
 */
export function guardThread(): () => void {
  guardSwitch.on = true;
  const restore = [...guardFiles(), ...guardChildProcesses(), ...guardWorkers()];
  // Named imports of built-in modules are copies: without this they would keep the unguarded functions.
  syncBuiltinESMExports();
  return () => {
    guardSwitch.on = false;
    for (const undo of restore) undo();
    syncBuiltinESMExports();
  };
}
