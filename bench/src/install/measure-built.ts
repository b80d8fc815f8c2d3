import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What a built server consists of, in bytes. */
export interface Built {
  readonly files: number;
  readonly bytes: number;
  readonly gzipped: number;
  /** Of what runs before anything is imported or compiled on demand. */
  readonly gzippedAtStart: number;
}

/** Measures a built module, and the files beside it that it imports. */
export async function measureBuilt(entry: string): Promise<Built> {
  const folder = dirname(entry);
  const { metafile } = await build({
    ...{ entryPoints: [entry], absWorkingDir: folder, bundle: true, write: false, metafile: true },
    ...{ platform: "node", format: "esm", splitting: true, outdir: folder, packages: "external", logLevel: "error" },
  });
  const inputs = metafile.inputs;
  const reach = (kinds: readonly string[]): readonly string[] => {
    const reached = new Set([relative(folder, entry)]);
    for (const file of reached) {
      for (const { path, kind, external } of inputs[file]?.imports ?? []) {
        if (!external && kinds.includes(kind)) reached.add(path);
      }
    }
    return [...reached];
  };
  const all = reach(["import-statement", "require-call", "dynamic-import"]);
  const atStart = reach(["import-statement", "require-call"]);
  const read = (file: string): string => readFileSync(join(folder, file), "latin1");
  const gzipped = (texts: readonly string[]): number =>
    texts.reduce((sum, text) => sum + gzipSync(Buffer.from(text, "latin1")).length, 0);
  return {
    files: all.length,
    bytes: all.reduce((sum, file) => sum + read(file).length, 0),
    gzipped: gzipped(all.map(read)),
    gzippedAtStart: gzipped(atStart.map((file) => read(file).replace(LATER_PART, ""))),
  };
}

/** What our built servers contain as text, of which they compile what they need. */
const LATER_PART = /^const __plainmcp_later_part = \{\n[\s\S]*?\n\};$/m;
