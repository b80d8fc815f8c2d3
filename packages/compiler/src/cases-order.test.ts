import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "@plainmcp/core/manifest";
import { describe, expect, it } from "vitest";
import { CASES } from "./cases.fixture.js";
import { compile } from "./compile.js";

// In one program all types meet, in an order that depends on the files': nothing of that may show.
const cases = CASES.filter(({ isPlain, directory }) => isPlain && existsSync(join(directory, "manifest.json")));
const files = cases.map(({ input }) => input);

describe.each([
  ["in one program", files],
  ["in one program, the other way round", files.toReversed()],
])("all cases %s", (_, order) => {
  const { manifest } = compile({ files: order });

  it.each(cases.map((one) => [one.name, one] as const))("%s has the same text as alone", (name, { directory }) => {
    const golden = JSON.parse(readFileSync(join(directory, "manifest.json"), "utf8")) as Manifest;
    expect(textsOf(manifest, name)).toEqual(textsOf(golden, name));
  });
});

/** The classes of a case, as they are written into a manifest. */
function textsOf({ classes }: Manifest, name: string): string[] {
  return classes.filter(({ file }) => file.startsWith(`${name}/`)).map((one) => JSON.stringify(one));
}
