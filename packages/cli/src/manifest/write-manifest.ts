import { serializeManifest } from "@plainmcp/compiler";
import type { Compilation } from "@plainmcp/compiler/internal";
import { type CompileFilesOptions, compileFiles } from "../compile/compile-files.js";
import { displayPath } from "../files/display-path.js";
import { writeFile } from "../files/write-file.js";
import { EXIT_FAILURE, ExitError } from "../terminal/exit.js";
import { print } from "../terminal/print.js";
import { checkManifest } from "./check-manifest.js";

/** How {@link writeManifest} writes. */
export interface WriteManifestOptions extends CompileFilesOptions {
  /** File to write to. @default stdout */
  readonly out?: string | undefined;
  /** Compares with the file instead of writing it. @default false */
  readonly check?: boolean | undefined;
}

/** Writes the manifest of every decorated class in the files. */
export async function writeManifest(files: readonly string[], options: WriteManifestOptions): Promise<void> {
  const { out, check } = options;
  const { manifest, unserved } = await compileFiles(files, options, (compilation) => compilation);
  if (manifest.classes.length === 0) throw new ExitError(EXIT_FAILURE, nothingOwn(files, unserved));
  if (out === undefined) print(serializeManifest(manifest));
  else if (check) await checkManifest(out, manifest, files);
  else await writeFile(out, serializeManifest(manifest));
}

function nothingOwn(files: readonly string[], unserved: Compilation["unserved"]): string {
  const names = files.map(displayPath).join(" and ");
  if (!unserved.some(({ reason }) => reason === "compiled")) {
    return `${names} has no class, so there is no manifest to write: dynamic primitives exist only at run time.`;
  }
  return `${names} has only classes of compiled packages. Their manifests were made when those packages were built.`;
}
