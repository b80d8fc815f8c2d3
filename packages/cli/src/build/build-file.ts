import { readFileSync } from "node:fs";
import { basename, extname, join, sep } from "node:path";
import { serializeManifest, type UnservedClass } from "@plainmcp/compiler";
import { bundleForDistribution } from "../bundle/bundle-for-distribution.js";
import { checkConstruction } from "../check-construction.js";
import { checkUnserved } from "../check-unserved.js";
import { colorsFor } from "../colors.js";
import { type CompileFilesOptions, compileFiles, toRealFile } from "../compile-files.js";
import { selectServed } from "../select-served.js";
import { writeFile } from "../write-file.js";
import { findExport } from "./find-export.js";

const EXECUTABLE = 0o777;

/** How {@link buildFile} builds. */
export interface BuildFileOptions extends CompileFilesOptions {
  readonly transport: "stdio" | "http";
  /** Folder to write to. */
  readonly outDir: string;
  /** Name of the export to serve. @default the default export, or else the only decorated class */
  readonly exportName?: string | undefined;
}

/** Writes a module that serves the file's class alone, and its manifest beside it. */
export async function buildFile(path: string, options: BuildFileOptions): Promise<void> {
  const { transport, outDir, tsconfig } = options;
  const file = toRealFile(path, "file");
  const compilation = compileFiles([file], options);
  const exportName = await findExport(file, compilation, options);
  const served = selectServed(compilation, file, exportName);
  checkConstruction(compilation, file, exportName);
  const { code, inputs } = await bundleForDistribution(file, served, { transport, exportName, tsconfig });
  checkUnserved(compilation, file, exportName, (unserved) => registersManifest(unserved, inputs));

  const target = join(outDir, basename(file, extname(file)));
  const module = { path: `${target}.mjs`, content: code };
  const manifest = { path: `${target}.manifest.json`, content: serializeManifest(served.manifest) };
  await writeFile(module.path, module.content, { mode: EXECUTABLE });
  // What a package has registered for its classes is in the module, and nowhere else.
  const written = served.classes.length > 0 ? [module, manifest] : [module];
  if (served.classes.length > 0) await writeFile(manifest.path, manifest.content);
  process.stdout.write(summary(written, `node ${module.path}`));
}

/** Whether a bundle has modules of the class's package that were built with a plugin. */
function registersManifest({ package: from }: UnservedClass, inputs: readonly string[]): boolean {
  return (
    from !== undefined &&
    inputs.some((path) => {
      return (
        path.startsWith(join(from.directory, sep)) && readFileSync(path, "utf8").includes("@plainmcp/core/register")
      );
    })
  );
}

interface Written {
  readonly path: string;
  readonly content: string;
}

function summary(written: readonly Written[], command: string): string {
  const { bold, dim } = colorsFor(process.stdout);
  const width = Math.max(...written.map(({ path }) => path.length));
  const lines = written.map(({ path, content }) => `${path.padEnd(width)}  ${dim(toSize(content))}`);
  return [...lines, "", `Run it: ${bold(command)}`, ""].join("\n");
}

function toSize(content: string): string {
  return `${(Buffer.byteLength(content) / 1000).toFixed(1)} kB`;
}
