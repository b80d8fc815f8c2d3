import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrimitiveSchemaDefinitionSchema } from "@modelcontextprotocol/sdk/types.js";
import { AjvJsonSchemaValidator } from "@modelcontextprotocol/sdk/validation/ajv-provider.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { createDecoder } from "../../core/src/codec/create-decoder.js";
import { createEncoder } from "../../core/src/codec/create-encoder.js";
import { stripInternalKeywords } from "../../core/src/manifest/strip-internal-keywords.js";
import { createValidator } from "../../core/src/validation/create-validator.js";
import { compile } from "./compile/compile.js";
import { serializeManifest } from "./compile/serialize-manifest.js";
import { formatDiagnostics } from "./diagnostics/format-diagnostics.js";
import { CASES, samplesOf, schemasOf } from "./fixtures/cases.fixture.js";

// UPDATE=1 rewrites manifest.json and diagnostics.txt; accepts.json and rejects.json are written by hand.
const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
const isManifest = ajv.compile(createRequire(import.meta.url)("@plainmcp/core/manifest.schema.json"));

describe.each(CASES.map((one) => [one.name, one] as const))("%s", (_, one) => {
  const { directory } = one;
  const compilation = compile({ files: [one.input] });
  // The golden files do not change with the compiler's version.
  const manifest = { ...compilation.manifest, generator: "@plainmcp/compiler" };
  const schemas = schemasOf(manifest.classes);
  const schemaOf = (key: string) => {
    const found = schemas.get(key);
    if (!found) throw new Error(`The manifest has no ${key}`);
    return found;
  };

  // A manifest is incomplete if there are errors, and is never used.
  const isComplete = compilation.diagnostics.every(({ severity }) => severity !== "error");

  it("has the golden manifest", () => {
    const text = isComplete ? serializeManifest(manifest) : "";
    expect(text).toBe(golden(join(directory, "manifest.json"), text));
  });

  it("has the golden diagnostics", () => {
    const text = formatDiagnostics(compilation.diagnostics, { cwd: directory }).replaceAll(`${directory}/`, "");
    expect(text).toBe(golden(join(directory, "diagnostics.txt"), text && `${text}\n`).trimEnd());
  });

  it("has a manifest that matches the manifest's schema", () => {
    isManifest(manifest);
    expect(isManifest.errors ?? []).toEqual([]);
  });

  it("has valid schemas, whose roots are objects or marked as wrapped", () => {
    for (const [key, { schema, wrapped }] of schemas) {
      ajv.validateSchema(schema);
      expect([key, ajv.errors ?? []]).toEqual([key, []]);
      if (!isComplete || wrapped === undefined) continue;
      const root = "type" in schema ? schema.type : undefined;
      expect([key, root === "object", "$ref" in schema && !("type" in schema)]).toEqual([key, !wrapped, false]);
    }
  });

  it("has forms with only the keywords of the protocol", () => {
    for (const { schema } of manifest.classes.flatMap(({ forms = [] }) => forms)) {
      const { type, properties, required = [], ...rest } = stripInternalKeywords(schema);
      expect([type, rest]).toEqual(["object", {}]);
      expect(Object.keys(properties as object)).toEqual(expect.arrayContaining(required as string[]));
      // It drops what it does not know.
      for (const field of Object.values(properties as object)) {
        expect(PrimitiveSchemaDefinitionSchema.parse(field)).toEqual(field);
      }
    }
  });

  const samples = samplesOf(one);
  for (const key of new Set(samples.map((sample) => sample.key))) {
    const ofKey = samples.filter((sample) => sample.key === key);

    it(`${key}: Ajv and the closures judge the samples as the type does`, async () => {
      const { schema } = schemaOf(key);
      const byAjv = ajv.compile(schema);
      const byClosures = createValidator(schema);
      for (const { value, isValid } of ofKey) {
        expect({ value, ajv: byAjv(value) }).toEqual({ value, ajv: isValid });
        expect({ value, closures: (await byClosures(value)).length === 0 }).toEqual({ value, closures: isValid });
      }
    });

    it(`${key}: what the method receives or returns comes back as valid JSON`, () => {
      const { schema } = schemaOf(key);
      const decode = createDecoder(schema) ?? same;
      const encode = createEncoder(schema) ?? same;
      for (const { value } of ofKey.filter(({ isValid }) => isValid)) {
        const back = JSON.parse(JSON.stringify(encode(decode(value))));
        expect({ back, valid: ajv.validate(schema, back) }).toEqual({ back, valid: true });
      }
    });

    it(`${key}: clients of SDK v1 take the accepted samples`, () => {
      const { schema, wrapped } = schemaOf(key);
      if (!key.endsWith(":output") || wrapped === undefined) return;
      const validate = new AjvJsonSchemaValidator().getValidator(stripInternalKeywords(schema) as { type: "object" });
      for (const { value } of ofKey.filter(({ isValid }) => isValid)) {
        expect({ value, ...validate(value) }).toMatchObject({ value, valid: true });
      }
    });
  }
});

function same(value: unknown): unknown {
  return value;
}

function golden(path: string, actual: string): string {
  if (process.env.UPDATE === "1") {
    if (actual === "") rmSync(path, { force: true });
    else writeFileSync(path, actual);
  }
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
