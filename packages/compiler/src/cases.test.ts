import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ClassManifest } from "@plainmcp/core/manifest";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { compile } from "./compile.js";
import { formatDiagnostics } from "./diagnostics/format-diagnostics.js";
import { serializeManifest } from "./serialize-manifest.js";

// UPDATE=1 rewrites manifest.json and diagnostics.txt; accepts.json and rejects.json are written by hand.
const root = fileURLToPath(new URL("../cases/", import.meta.url));
const cases = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const manifestSchema = createRequire(import.meta.url)("@plainmcp/core/manifest.schema.json");

describe.each(cases.map(({ name }) => name))("%s", (name) => {
  const directory = join(root, name);
  const compilation = compile({ files: [join(directory, "input.ts")] });
  // The golden files do not change with the compiler's version.
  const manifest = { ...compilation.manifest, generator: "@plainmcp/compiler" };

  it("has the golden manifest", () => {
    // Beside errors a manifest is not complete, and nobody gets to see it.
    const isComplete = compilation.diagnostics.every(({ severity }) => severity === "warning");
    const text = isComplete ? serializeManifest(manifest) : "";
    expect(text).toBe(golden(join(directory, "manifest.json"), text));
  });

  it("has the golden diagnostics", () => {
    const text = formatDiagnostics(compilation.diagnostics, { cwd: directory });
    expect(text).toBe(golden(join(directory, "diagnostics.txt"), text && `${text}\n`).trimEnd());
  });

  it("has a manifest as its schema says", () => {
    const validate = ajv().compile(manifestSchema);
    validate(manifest);
    expect(validate.errors ?? []).toEqual([]);
  });

  for (const file of ["accepts.json", "rejects.json"]) {
    for (const [key, values] of Object.entries(samples(join(directory, file)))) {
      it(`${key}: ${file}`, () => {
        const validate = ajv().compile(schemaOf(manifest.classes, key));
        for (const value of values) expect([value, validate(value)]).toEqual([value, file === "accepts.json"]);
      });
    }
  }

  it("has schemas that Ajv can compile", () => {
    for (const { tools, resources, prompts } of manifest.classes) {
      for (const { inputSchema } of [...tools, ...resources, ...prompts]) ajv().compile(inputSchema);
      for (const { outputSchema } of tools) ajv().compile(outputSchema ?? {});
    }
  });
});

function ajv(): Ajv2020 {
  const instance = new Ajv2020({ strict: false });
  formats.default(instance);
  return instance;
}

function golden(path: string, actual: string): string {
  if (process.env.UPDATE === "1") {
    if (actual === "") rmSync(path, { force: true });
    else writeFileSync(path, actual);
  }
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

function samples(path: string): { readonly [key: string]: readonly unknown[] } {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
}

/** `"add"` is the input of the primitive of that name, `"add:output"` the output of the tool. */
function schemaOf(classes: readonly ClassManifest[], key: string): object {
  const [name, part] = key.split(":");
  const tools = classes.flatMap((one) => one.tools);
  const others = classes.flatMap((one) => [...one.resources, ...one.prompts]);
  const schema =
    part === "output"
      ? tools.find((tool) => tool.name === name)?.outputSchema
      : [...tools, ...others].find((primitive) => primitive.name === name)?.inputSchema;
  if (!schema) throw new Error(`The manifest has no ${key}`);
  return schema;
}
