import { describe, expect, it } from "vitest";
import { CASES } from "./cases.fixture.js";
import { type Compilation, compile } from "./compile.js";

// In one program all types meet, in an order that depends on the files': nothing of that may show.
const files = CASES.filter(({ isPlain, name }) => isPlain && name !== "missing-entry").map(({ input }) => input);
const alone = files.map((file) => [file, manifestsOf(compile({ files: [file] }), file)] as const);

describe.each([
  ["in one program", files],
  ["in one program, the other way round", files.toReversed()],
])("all cases %s", (_, order) => {
  const compilation = compile({ files: order });

  it.each(alone)("%s has the same manifest as alone", (file, manifests) => {
    expect(manifestsOf(compilation, file)).toEqual(manifests);
  });
});

/** The classes of a file, as they are written into a manifest. */
function manifestsOf({ classes }: Compilation, file: string): string[] {
  return classes.filter((one) => one.file === file).map(({ manifest }) => JSON.stringify(manifest.classes));
}
