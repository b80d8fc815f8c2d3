import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Redis } from "ioredis";
import { nextPort } from "../servers/next-port.js";
import { startServerProcess } from "../servers/start-server-process.js";
import { runQuietly } from "../shared/scripts.js";
import { withDeadline } from "../shared/with-deadline.js";

/** A Redis of our own, which keeps nothing on disk. */
export interface RunningRedis {
  readonly port: number;
  readonly client: Redis;
  version(): Promise<string>;
  end(): Promise<void>;
}

/** Starts Redis on a free port, and installs it before if we may. @throws Error that says how to install it */
export async function startRedis(): Promise<RunningRedis> {
  if (!isInstalled(SERVER)) await installRedis();
  const port = await nextPort();
  const args = ["--bind", "127.0.0.1", "--port", String(port), "--save", "", "--appendonly", "no"];
  const { child, ended, end } = startServerProcess({ program: SERVER, args, env: {} });
  child.stdout.resume();
  const client = new Redis({ host: "127.0.0.1", port, retryStrategy: () => 20, maxRetriesPerRequest: null });
  // It tries again until the server listens.
  client.on("error", () => undefined);
  const stop = async (): Promise<void> => {
    client.disconnect();
    await end();
  };
  try {
    await withDeadline(Promise.race([client.ping(), ended]), 10_000, "redis-server did not answer after its start.");
    const version = async () => /redis_version:(\S+)/.exec(await client.info("server"))?.[1] ?? "";
    return { port, client, version, end: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const SERVER = "redis-server";

function isInstalled(program: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** By Debian's package, as root only. */
async function installRedis(): Promise<void> {
  if (process.getuid?.() !== 0 || !isInstalled("apt-get")) {
    throw new Error(
      "redis-server is not installed, and only root can install it. Run: sudo apt-get install redis-server (Debian, Ubuntu), or install Redis as your system does. Then run this bench again.",
    );
  }
  // This run level keeps Debian from starting it as a service.
  const apt = (...args: readonly string[]): Promise<void> =>
    runQuietly("install redis-server", "env", ["RUNLEVEL=1", "DEBIAN_FRONTEND=noninteractive", "apt-get", ...args]);
  await apt("update");
  await apt("install", "--yes", "--no-install-recommends", SERVER);
}
