import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { nextPort } from "../servers/next-port.js";
import { startServerProcess } from "../servers/start-server-process.js";
import { bundleScript } from "../shared/bundle-script.js";
import { withDeadline } from "../shared/with-deadline.js";
import { createWorkFolder } from "../shared/work-folder.js";

/** Milliseconds until the service answers, as one does that looks something up. */
const DELAY = 5;

/** The HTTP service of the bench in a process of its own. */
export async function startService(): Promise<{ readonly port: number; end(): Promise<void> }> {
  const script = await bundleScript(fileURLToPath(new URL("run-service.ts", import.meta.url)), createWorkFolder());
  const port = await nextPort();
  const env = { PORT: String(port), DELAY: String(DELAY) };
  const { child, ended, end } = startServerProcess({ program: process.execPath, args: [script], env });
  child.stdout.resume();
  try {
    await withDeadline(Promise.race([listens(port), ended]), 10_000, "The HTTP service of the bench did not start.");
    return { port, end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function listens(port: number): Promise<void> {
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/products/1`).catch(() => undefined);
    if (response?.ok) return;
    await sleep(10);
  }
}
