import { basename, extname, join } from "node:path";
import { serializeManifest } from "@plainmcp/compiler";
import { bundleForDistribution } from "../bundle/bundle-for-distribution.js";
import { colorsFor } from "../colors.js";
import { compileFiles, toRealFile } from "../compile-files.js";
import { writeFile } from "../write-file.js";
import { findExport } from "./find-export.js";

const EXECUTABLE = 0o777;

/** How {@link buildFile} builds. */
export interface BuildFileOptions {
  readonly transport: "stdio" | "http";
  /** Folder to write to. */
  readonly outDir: string;
  /** Name of the export to serve. @default the default export, or else the only decorated class */
  readonly exportName?: string | undefined;
  /** @default the nearest tsconfig.json of each module */
  readonly tsconfig?: string | undefined;
}

/** Writes a module that serves the file's class alone, and its manifest beside it. */
export async function buildFile(path: string, options: BuildFileOptions): Promise<void> {
  const { transport, outDir, tsconfig } = options;
  const file = toRealFile(path, "file");
  const compilation = compileFiles([file], { tsconfig });
  const exportName = await findExport(file, compilation, options);
  const { code } = await bundleForDistribution(file, compilation, { transport, exportName, tsconfig });

  const target = join(outDir, basename(file, extname(file)));
  const written: readonly (readonly [string, string, number?])[] = [
    [`${target}.mjs`, code, EXECUTABLE],
    [`${target}.manifest.json`, serializeManifest(compilation.manifest)],
  ];
  for (const [name, content, mode] of written) await writeFile(name, content, mode === undefined ? {} : { mode });
  process.stdout.write(summary(written, transport));
}

function summary(written: readonly (readonly [string, string, number?])[], transport: "stdio" | "http"): string {
  const { bold, dim } = colorsFor(process.stdout);
  const width = Math.max(...written.map(([name]) => name.length));
  const [[module]] = written as readonly [readonly [string]];
  return [
    ...written.map(([name, content]) => `${name.padEnd(width)}  ${dim(toSize(Buffer.byteLength(content)))}`),
    "",
    `Run it:  ${bold(`node ${module}${transport === "http" ? " --port 3000" : ""}`)}`,
    "",
  ].join("\n");
}

function toSize(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}
