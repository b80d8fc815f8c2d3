import { mkdir, rename, rm, stat, writeFile as write } from "node:fs/promises";
import { dirname } from "node:path";

/** How {@link writeFile} writes. */
export interface WriteFileOptions {
  /** Permission bits of the new file. @default 0o666 less the umask */
  readonly mode?: number;
}

/** Writes to another file and renames it, so that nobody ever reads half a file. Creates missing folders. */
export async function writeFile(file: string, content: string, options: WriteFileOptions = {}): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  // A device or a pipe, such as /dev/stdout, must not be replaced.
  if (await isSpecial(file)) return write(file, content, options);
  const beside = `${file}.${process.pid}.tmp`;
  try {
    await write(beside, content, options);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function isSpecial(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}
