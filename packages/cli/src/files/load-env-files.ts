import { readFileSync } from "node:fs";
import * as util from "node:util";
import { EXIT_USAGE, ExitError } from "../terminal/exit.js";
import { statsOf } from "./stats-of.js";

/**
 * Sets the variables of files that the environment does not have yet. Of several files, the last one wins, as with Node's
 * own flag. Throws an {@link ExitError} for a file that does not exist.
 */
export function loadEnvFiles(files: readonly string[], env: NodeJS.ProcessEnv): void {
  if (files.length === 0) return;
  // Node 20.11 does not have it.
  const { parseEnv } = util as Partial<typeof util>;
  if (parseEnv === undefined) throw new ExitError(EXIT_USAGE, "--env-file needs Node 20.12 or later.");
  const found = Object.assign({}, ...files.map((file) => parseEnv(read(file))));
  for (const [name, text] of Object.entries<string>(found)) env[name] ??= text;
}

/** Also from a pipe: that is how password managers pass such files. */
function read(file: string): string {
  const stats = statsOf(file);
  if (stats === undefined || stats.isDirectory()) {
    throw new ExitError(EXIT_USAGE, `--env-file names ${file}, but there is no such file.`);
  }
  try {
    // It also leaves out the mark that Windows writes before the text. Node takes it for a part of the first name.
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ExitError(EXIT_USAGE, `--env-file names ${file}, which is not text in UTF-8.`);
  }
}
