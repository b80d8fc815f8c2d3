import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { basename, extname, join, resolve, sep } from "node:path";
import { serializeManifest } from "@plainmcp/compiler";
import type { Compilation, UnservedClass } from "@plainmcp/compiler/internal";
import type { Bundle } from "../bundle/bundle.js";
import { bundleForDistribution } from "../bundle/bundle-for-distribution.js";
import { bundleForServing } from "../bundle/bundle-for-serving.js";
import { type CompileFilesOptions, compileFiles } from "../compile/compile-files.js";
import { checkConstruction } from "../exports/check-construction.js";
import { checkUnserved } from "../exports/check-unserved.js";
import { choiceOf, chooseExport } from "../exports/choose-export.js";
import { selectServed } from "../exports/select-served.js";
import { requireFolder } from "../files/require-folder.js";
import { toRealFile } from "../files/to-real-file.js";
import { writeFile } from "../files/write-file.js";
import { colorsFor } from "../terminal/colors.js";
import { print } from "../terminal/print.js";

const EXECUTABLE = 0o777;

/** How {@link buildFile} builds. */
export interface BuildFileOptions extends CompileFilesOptions {
  readonly transport: "stdio" | "http";
  /** Folder to write to. */
  readonly outDir: string;
  /** Whether to write a source map beside the module. @default false */
  readonly sourcemap?: boolean | undefined;
  /** Name of the export to serve. @default the default export, or else the only decorated class */
  readonly exportName?: string | undefined;
}

/** Writes a self-contained module that serves the file's class, and the manifest beside it. */
export async function buildFile(path: string, options: BuildFileOptions): Promise<void> {
  const { outDir } = options;
  const file = toRealFile(path, "file");
  requireFolder(outDir, "--out-dir");
  const target = join(outDir, basename(file, extname(file)));
  const { served, code, map } = await compileFiles([file], options, (compilation) => {
    return bundleServed(file, compilation, resolve(`${target}.mjs`), options);
  });
  const module: Written = { path: `${target}.mjs`, content: code, mode: EXECUTABLE };
  const maps: readonly Written[] = map === undefined ? [] : [{ path: `${module.path}.map`, content: map }];
  const manifest: Written = { path: `${target}.manifest.json`, content: serializeManifest(served.manifest) };
  // Manifests that compiled packages register are in the module only.
  const files = [module, ...maps, ...(served.classes.length > 0 ? [manifest] : [])];
  // The map of an earlier build would point to the wrong lines.
  if (map === undefined) await rm(`${module.path}.map`, { force: true });
  for (const { path, content, mode } of files) await writeFile(path, content, mode === undefined ? {} : { mode });
  print(summary(files, `node ${map === undefined ? "" : "--enable-source-maps "}${module.path}`));
}

interface Served extends Bundle {
  readonly served: Compilation;
}

async function bundleServed(
  file: string,
  compilation: Compilation,
  outfile: string,
  { transport, tsconfig, sourcemap, exportName: requested }: BuildFileOptions,
): Promise<Served> {
  const { exportNames } = await bundleForServing(file, compilation, { tsconfig });
  const exportName = chooseExport({ file, exportNames, ...choiceOf(compilation), requested });
  const served = selectServed(compilation, file, exportName);
  checkConstruction(compilation, file, exportName);
  const bundling = { transport, exportName, tsconfig, outfile, sourcemap };
  const bundle = await bundleForDistribution(file, served, bundling);
  checkUnserved(compilation, file, exportName, (unserved) => registersManifest(unserved, bundle.inputs));
  return { ...bundle, served };
}

/** Whether the bundle contains modules of the class's package that a plugin has built. */
function registersManifest({ package: from }: UnservedClass, inputs: readonly string[]): boolean {
  return (
    from !== undefined &&
    inputs.some((path) => {
      return (
        path.startsWith(join(from.directory, sep)) &&
        readFileSync(path, "utf8").includes("@plainmcp/core/internal/register")
      );
    })
  );
}

interface Written {
  readonly path: string;
  readonly content: string;
  /** Permission bits. */
  readonly mode?: number;
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
