import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Manifest } from "@plainmcp/core/manifest";
import { afterAll, describe, expect, it } from "vitest";
import { compile } from "./compile/compile.js";
import { CASES } from "./fixtures/cases.fixture.js";

// In one program, TypeScript meets all types in an order that depends on the order of the files. The output must not.
const cases = CASES.filter(({ isPlain, directory }) => isPlain && existsSync(join(directory, "manifest.json")));
const files = cases.map(({ input }) => input);
const tsconfig = fileURLToPath(new URL("../cases/tsconfig.json", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "plainmcp-order-"));

afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  ["in one program", files],
  ["in one program, the other way round", files.toReversed()],
  ["after a file in which TypeScript meets their literals the other way round", [writeLiterals(), ...files]],
])("all cases %s", (_, order) => {
  const { manifest } = compile({ files: order, tsconfig });

  it.each(cases.map((one) => [one.name, one] as const))("%s has the same text as alone", (name, { directory }) => {
    const golden = JSON.parse(readFileSync(join(directory, "manifest.json"), "utf8")) as Manifest;
    expect(textsOf(manifest, name)).toEqual(textsOf(golden, name));
  });
});

/** The classes of a case, as they are written into a manifest. */
function textsOf({ classes }: Manifest, name: string): string[] {
  return classes.filter(({ file }) => file.startsWith(`${name}/`)).map((one) => JSON.stringify(one));
}

/** A module with the values of every `enum` and `const` in the cases, in reverse order. */
function writeLiterals(): string {
  const texts = cases.map(({ directory }) => readFileSync(join(directory, "manifest.json"), "utf8"));
  const values = texts.flatMap((text) => {
    const found: unknown[] = [];
    JSON.parse(text, (key, value) => {
      if (key === "enum") found.push(...value);
      if (key === "const") found.push(value);
      return value;
    });
    return found.filter((value) => typeof value === "string" || typeof value === "number");
  });
  const types = [...new Set(values)].toReversed().map((value) => JSON.stringify(value));
  const file = join(folder, "literals.ts");
  writeFileSync(file, `export let met: ${types.join(" | ")};\n`);
  return file;
}
