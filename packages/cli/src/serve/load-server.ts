import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Compilation } from "@plainmcp/compiler/internal";
import type { ServerDefinition } from "@plainmcp/core";
import { createBundleFolder } from "../bundle/bundle-folder.js";
import { bundleForServing } from "../bundle/bundle-for-serving.js";
import { type CompileFilesOptions, compileFiles } from "../compile/compile-files.js";
import { checkConstruction } from "../exports/check-construction.js";
import { checkUnserved } from "../exports/check-unserved.js";
import { choiceOf, chooseExport } from "../exports/choose-export.js";
import { selectServed } from "../exports/select-served.js";
import { toServer } from "../exports/to-server.js";
import { displayPath } from "../files/display-path.js";
import { writeFile } from "../files/write-file.js";
import { EXIT_FAILURE, ExitError, isEnvironmentError } from "../terminal/exit.js";
import { importUnwatched } from "./import-unwatched.js";
import { whileLoading } from "./while-loading.js";

/** How {@link loadServer} loads. */
export interface LoadServerOptions extends CompileFilesOptions {
  /** Name of the export to serve. @default the default export, or else the only decorated class */
  readonly exportName?: string | undefined;
  /** What the module finds in `process.argv` after its own path. @default [] */
  readonly args?: readonly string[] | undefined;
}

/**
 * Compiles and runs the user's module and returns the server that it exports, checked against its contract.
 * Throws an {@link ExitError} if the module cannot be compiled, fails, or exports nothing to serve.
 */
export async function loadServer(file: string, options: LoadServerOptions = {}): Promise<ServerDefinition> {
  const { args = [] } = options;
  const { compilation, name, code } = await compileFiles([file], options, (compilation) => {
    return bundleServed(file, compilation, options);
  });
  const folder = await createBundleFolder(file);
  return await whileLoading(file, folder, async () => {
    const outfile = join(folder, "server.mjs");
    await writeFile(outfile, code);
    process.argv.splice(1, Number.POSITIVE_INFINITY, file, ...args);
    const module = await importModule(outfile, file);
    return toServer(module[name], `export "${name}" of ${displayPath(file)}`, compilation);
  });
}

interface Served {
  readonly compilation: Compilation;
  /** Of the export. */
  readonly name: string;
  readonly code: string;
}

async function bundleServed(
  file: string,
  compilation: Compilation,
  { exportName, tsconfig }: LoadServerOptions,
): Promise<Served> {
  const first = await bundleForServing(file, compilation, { tsconfig });
  const { exportNames } = first;
  const name = chooseExport({ file, exportNames, ...choiceOf(compilation), requested: exportName });
  checkConstruction(compilation, file, name);
  checkUnserved(compilation, file, name, mayRegister);
  const served = selectServed(compilation, file, name);
  // Only a bundle tells what the file exports. Most often, choosing one of them does not change the bundle.
  const isSame = served.classes === compilation.classes;
  const { code } = isSame ? first : await bundleForServing(file, served, { tsconfig });
  return { compilation, name, code };
}

/** Only running a compiled package shows whether it registers manifests. */
const mayRegister = () => true;

async function importModule(outfile: string, file: string): Promise<Record<string, unknown>> {
  process.setSourceMapsEnabled(true);
  try {
    return await importUnwatched(pathToFileURL(outfile).href);
  } catch (error) {
    if (isEnvironmentError(error)) throw error;
    if (error instanceof Error && error.message.startsWith("This process already serves on its stdio.")) {
      throw new ExitError(EXIT_FAILURE, `${displayPath(file)} ${SERVES_ITSELF}`);
    }
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    throw new ExitError(EXIT_FAILURE, `${displayPath(file)} failed to load.\n\n${details}`);
  }
}

const SERVES_ITSELF =
  "calls serveStdio, which plainmcp serve does itself. Remove that call, or run the file with Node.";
