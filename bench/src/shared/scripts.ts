const SCRIPTS = new URL("../../../scripts/", import.meta.url);

/** The scripts of the repository that the bench uses too; they have no types of their own. */
interface Scripts {
  /** Arguments that make npx run the package manager. */
  readonly PNPM: readonly string[];
  /** The first port from a number on that nobody listens on. */
  freePort(start: number): Promise<number>;
  installFolder(
    folder: string,
    check: (name: string, command: string, args: readonly string[]) => Promise<boolean>,
  ): Promise<void>;
  runQuietly(label: string, command: string, args: readonly string[]): Promise<void>;
}

const { freePort }: Pick<Scripts, "freePort"> = await load("free-port.mjs");
const { installFolder }: Pick<Scripts, "installFolder"> = await load("install-folder.mjs");
const { PNPM }: Pick<Scripts, "PNPM"> = await load("pnpm.mjs");
const { runQuietly }: Pick<Scripts, "runQuietly"> = await load("run-quietly.mjs");

export { freePort, installFolder, PNPM, runQuietly };

function load(name: string) {
  return import(new URL(name, SCRIPTS).href);
}
