import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../shared/work-folder.js";
import { installPeer } from "./install-peer.js";
import type { ServerSubject } from "./server-subject.js";

/** The same server on Bun, compared with the bare one there. Bun is installed when it is first measured. */
export function onBun(subject: ServerSubject): ServerSubject {
  return {
    ...subject,
    name: `${subject.name}-bun`,
    base: `${subject.base}-bun`,
    command: async (setting) => {
      const program = await installBun();
      return { ...(await subject.command(setting)), program };
    },
  };
}

/** @returns Bun's own binary: npm puts it into a package for each platform, and installs the one that fits */
async function installBun(): Promise<string> {
  const platforms = join(ROOT, await installPeer("bun"), "node_modules/@oven");
  const packages = existsSync(platforms) ? readdirSync(platforms) : [];
  const bun = packages.map((name) => join(platforms, name, "bin/bun")).find((file) => existsSync(file));
  if (bun === undefined) throw new Error(`npm has no Bun for ${process.platform} on ${process.arch}.`);
  return bun;
}
