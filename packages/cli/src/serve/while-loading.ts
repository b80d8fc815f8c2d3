import { rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { displayPath } from "../files/display-path.js";
import { colorsFor } from "../terminal/colors.js";
import { EXIT_FAILURE, ExitError, explainExit } from "../terminal/exit.js";

/** With this code Node exits if nothing is left to do while a module still waits. */
const UNSETTLED_AWAIT = 13;

/**
 * Loads the user's module from a folder, and removes the folder afterwards. If the module ends the process, this still
 * happens, and stderr says why the command has ended.
 */
export async function whileLoading<T>(file: string, folder: string, load: () => Promise<T>): Promise<T> {
  const onExit = (code: number): void => {
    rmSync(folder, { recursive: true, force: true });
    // On Node 20, `code` does not say that a module still waits; `process.exitCode` does.
    const reason = explain(displayPath(file), Number(process.exitCode ?? code));
    const { text, exitCode } = explainExit(new ExitError(EXIT_FAILURE, reason), colorsFor(process.stderr));
    process.stderr.write(text);
    process.exitCode = exitCode;
  };
  process.once("exit", onExit);
  try {
    return await load();
  } finally {
    process.off("exit", onExit);
    await rm(folder, { recursive: true, force: true });
  }
}

function explain(file: string, code: number): string {
  if (code === UNSETTLED_AWAIT) {
    return `${file} never finished loading: a top-level await in it, or in one of its imports, never ends.`;
  }
  return `${file} ended the process while it was loading, with exit code ${code}.`;
}
