import { rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { displayPath } from "../files/display-path.js";
import { colorsFor } from "../terminal/colors.js";
import { EXIT_FAILURE, ExitError, explainExit } from "../terminal/exit.js";

/** What Node exits with when nothing is left to do and a module still waits. */
const UNSETTLED_AWAIT = 13;

/**
 * Loads the user's module from a folder that is gone afterwards, even when the process ends meanwhile: then it is said
 * why, because the module has taken the process down with it.
 */
export async function whileLoading<T>(file: string, folder: string, load: () => Promise<T>): Promise<T> {
  const onExit = (code: number): void => {
    rmSync(folder, { recursive: true, force: true });
    // Node 20 knows of a module that still waits, but not yet when it makes the argument.
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
    return `${file} never finished loading: a top-level await, in it or in what it imports, never ends.`;
  }
  return `${file} ended the process while it was loaded, with exit code ${code}.`;
}
