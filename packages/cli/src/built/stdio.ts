import { guardStdout, serveStdio } from "@plainmcp/transport-stdio";
import { toServer } from "../to-server.js";
import { runAlone } from "./run-alone.js";

// At once, since the user's module is loaded after this one and may print.
const endGuard = guardStdout();

/** Serves over stdio: the main program of what `plainmcp build --transport stdio` writes. */
export function run(target: unknown): Promise<void> {
  return runAlone(async () => {
    const server = toServer(target, "The export this module was built from");
    endGuard();
    await serveStdio(server);
    if (process.stderr.isTTY) {
      console.error(`${server.registry().server.name} is waiting for an MCP client on stdin. Ctrl-C ends it.`);
    }
  });
}
