import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Compilation } from "@plainmcp/compiler/internal";
import type { ServerDefinition } from "@plainmcp/core";
import { createBundleFolder } from "../bundle/bundle-folder.js";
import { bundleForServing } from "../bundle/bundle-for-serving.js";
import { checkConstruction } from "../check-construction.js";
import { checkUnserved } from "../check-unserved.js";
import { choiceOf, chooseExport } from "../choose-export.js";
import { displayPath } from "../display-path.js";
import { EXIT_FAILURE, ExitError } from "../exit.js";
import { selectServed } from "../select-served.js";
import { toServer } from "../to-server.js";
import { importUnwatched } from "../watch/import-unwatched.js";
import { writeFile } from "../write-file.js";
import { whileLoading } from "./while-loading.js";

/** How {@link loadServer} loads. */
export interface LoadServerOptions {
  /** Name of the export to serve. @default the default export, or else the only decorated class */
  readonly exportName?: string | undefined;
  /** @default the nearest tsconfig.json of each module */
  readonly tsconfig?: string | undefined;
  /** What the module finds in `process.argv` behind its own path. @default [] */
  readonly args?: readonly string[] | undefined;
}

/**
 * Runs the user's module and takes from it what is to be served, checked against its contract.
 * Throws an {@link ExitError} when the module fails or holds nothing to serve.
 */
export async function loadServer(
  file: string,
  compilation: Compilation,
  { exportName, tsconfig, args = [] }: LoadServerOptions = {},
): Promise<ServerDefinition> {
  const folder = await createBundleFolder(file);
  return await whileLoading(file, folder, async () => {
    const outfile = join(folder, "server.mjs");
    const first = await bundleForServing(file, compilation, { outfile, tsconfig });
    const { exportNames } = first;
    const name = chooseExport({ file, exportNames, ...choiceOf(compilation), requested: exportName });
    checkConstruction(compilation, file, name);
    checkUnserved(compilation, file, name, mayRegister);
    const served = selectServed(compilation, file, name);
    // Only a bundle tells what there is to choose from, and most often that choice changes nothing in it.
    const isSame = served.classes === compilation.classes;
    const { code } = isSame ? first : await bundleForServing(file, served, { outfile, tsconfig });
    await writeFile(outfile, code);
    process.argv.splice(1, Number.POSITIVE_INFINITY, file, ...args);
    const module = await importModule(outfile, file);
    return toServer(module[name], `export "${name}" of ${displayPath(file)}`, compilation);
  });
}

/** Only running it tells. */
const mayRegister = () => true;

async function importModule(outfile: string, file: string): Promise<Record<string, unknown>> {
  process.setSourceMapsEnabled(true);
  try {
    return await importUnwatched(pathToFileURL(outfile).href);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("This process already serves on its stdio.")) {
      throw new ExitError(EXIT_FAILURE, `${displayPath(file)} ${SERVES_ITSELF}`);
    }
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    throw new ExitError(EXIT_FAILURE, `${displayPath(file)} failed while it was loaded.\n\n${details}`);
  }
}

const SERVES_ITSELF =
  "calls serveStdio while it is loaded, and plainmcp serve is about to do the same. Remove that call, or run the file with Node.";
