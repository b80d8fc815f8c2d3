import { installFolder, runQuietly } from "../shared/scripts.js";

/** Installs what a peer's lockfile pins, unless it is there. Nothing of it is run. @returns Its folder, from the root */
export async function installPeer(name: string): Promise<string> {
  const folder = `bench/peers/${name}`;
  await installFolder(folder, async (label, command, args) => {
    await runQuietly(label, command, args);
    return true;
  });
  return folder;
}
