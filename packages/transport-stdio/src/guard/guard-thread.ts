import { syncBuiltinESMExports } from "node:module";
import { guardChildProcesses } from "./guard-child-processes.js";
import { guardFiles } from "./guard-files.js";
import { guardSwitch } from "./guard-switch.js";
import { guardWorkers } from "./guard-workers.js";

/**
 * Keeps this thread, its child processes and its workers off the protocol's descriptors. Workers run this function too:
 * `guard-preload.ts` contains it as text. Returns a function that ends the guard of this thread.
 *
 * @param prepareWorker Called before a worker is created. A worker has been prepared itself, and so have those that it creates.
 */
export function guardThread(prepareWorker: () => void = () => undefined): () => void {
  guardSwitch.on = true;
  const restore = [...guardFiles(), ...guardChildProcesses(), ...guardWorkers(prepareWorker)];
  // Named imports of built-in modules are copies. Without this, they would keep the original functions.
  syncBuiltinESMExports();
  return () => {
    guardSwitch.on = false;
    for (const undo of restore) undo();
    syncBuiltinESMExports();
  };
}
