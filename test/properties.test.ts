import type { JsonSchema } from "@plainmcp/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDecoder } from "../packages/core/src/codec/create-decoder.js";
import { createEncoder } from "../packages/core/src/codec/create-encoder.js";
import { FORMATS } from "../packages/core/src/formats/index.js";
import { compileSchema } from "../packages/core/src/validation/compile-schema.js";
import { createValue } from "./properties/create-value.js";
import { goldenSchemas } from "./properties/golden-schemas.js";
import { MUTATION_KINDS, type MutationKind, mutate } from "./properties/mutate.js";
import { createOracle, FORMAT_DIFFERENCES, judgedByAjv, X_TS_RULES } from "./properties/oracle.js";

/** `SEED=… npx vitest run test/properties` tries other values, `RUNS=…` more of them, as `npm run test:full` does. */
const SEED = Number(process.env.SEED ?? 20_261_120);
const RUNS = Number(process.env.RUNS ?? 20);

const schemas = goldenSchemas();
const tally = { valid: 0, rejected: new Map<MutationKind, number>(), accepted: 0, encoded: 0, sure: 0 };

describe("values made from a schema", () => {
  it.each(schemas)("are accepted, and judged like Ajv when spoilt: $name", ({ schema }) => {
    const validate = compileSchema(schema);
    const oracle = createOracle(schema);
    const property = fc.property(fc.gen(), (random) => {
      const value = createValue(schema, random);
      expect(validate(value)).toEqual([]);
      expect(oracle(value)).toBe(true);
      tally.valid += 1;
      for (let times = 0; times < 2; times += 1) {
        const spoilt = mutate(value, random);
        const isAccepted = oracle(spoilt.value);
        expect({ value: spoilt.value, isAccepted: validate(spoilt.value).length === 0 }).toEqual({
          value: spoilt.value,
          isAccepted,
        });
        if (isAccepted) tally.accepted += 1;
        else tally.rejected.set(spoilt.kind, (tally.rejected.get(spoilt.kind) ?? 0) + 1);
      }
    });
    fc.assert(property, { seed: SEED, numRuns: RUNS, endOnFailure: true });
  });

  // A text that could be a date is given back as text, whichever it was: the compiler warns of it.
  const isAmbiguous = ({ name }: { readonly name: string }) => name.startsWith("plain-over-codec");
  const coded = schemas.filter((one) => createDecoder(one.schema) !== undefined && !isAmbiguous(one));
  it.each(coded)("become what the types promise, and JSON again: $name", ({ schema }) => {
    const validate = compileSchema(schema);
    const decode = createDecoder(schema) ?? same;
    const encode = createEncoder(schema);
    const property = fc.property(fc.gen(), (random) => {
      // What the type does not declare is gone the first time.
      const decoded = decode(encode(decode(createValue(schema, random))));
      const encoded = encode(decoded);
      expect(validate(encoded)).toEqual([]);
      expect(decode(encoded)).toEqual(decoded);
      expect(encode(decode(encoded))).toEqual(encoded);
    });
    fc.assert(property, { seed: SEED, numRuns: RUNS, endOnFailure: true });
  });

  it.each(schemas)("are valid where encoding says so: $name", ({ schema }) => {
    const validate = compileSchema(schema);
    const encode = createEncoder(schema, {
      onValid(json) {
        expect(validate(json)).toEqual([]);
        tally.sure += 1;
      },
    });
    const property = fc.property(fc.gen(), (random) => {
      const value = createValue(schema, random);
      for (const one of [value, mutate(value, random).value, createDecoder(schema)?.(value)])
        encodeOrRefuse(encode, one);
      tally.encoded += 3;
    });
    fc.assert(property, { seed: SEED, numRuns: RUNS, endOnFailure: true });
  });

  it("were many, and of every kind", () => {
    const rejected = [...tally.rejected.values()].reduce((sum, count) => sum + count, 0);
    expect(tally.valid + tally.accepted + rejected).toBeGreaterThan(10_000);
    expect([...tally.rejected.keys()].sort()).toEqual([...MUTATION_KINDS].sort());
    expect(rejected).toBeGreaterThan(tally.accepted / 2);
    // Most have something that encoding leaves to validation, or are spoilt.
    expect(tally.sure).toBeGreaterThan(tally.encoded / 4);
  });
});

describe("the differences from Ajv are still there", () => {
  it.each(FORMAT_DIFFERENCES)("format $format: $sample", ({ format, sample }) => {
    expect(FORMATS.get(format)?.test(sample)).toBe(!judgedByAjv({ format }, sample));
  });

  it.each([
    [0.3, 0.1],
    [1e308, 0.5],
  ])("%d is a multiple of %d", (value, multipleOf) => {
    expect(compileSchema({ multipleOf })(value)).toEqual([]);
    expect(judgedByAjv({ multipleOf }, value)).toBe(false);
  });

  it.each([
    ["Uint8Array", "aGk"],
    ["Buffer", "aGk"],
    ["ArrayBuffer", "aGk"],
    ["URL", "http://999.999.999.999/"],
    ["RegExp", "("],
    ["bigint", "9".repeat(100_001)],
  ])("x-ts %s", (name, sample) => {
    expect(X_TS_RULES[name]?.(sample)).toBe(false);
    expect(compileSchema({ "x-ts": name } as JsonSchema)(sample)).toHaveLength(1);
    expect(compileSchema({} as JsonSchema)(sample)).toEqual([]);
  });
});

function same(value: unknown): unknown {
  return value;
}

/** Encodes a value, unless it has a number that JSON cannot write, which is refused in words. */
function encodeOrRefuse(encode: (value: unknown) => unknown, value: unknown): void {
  try {
    encode(value);
  } catch (error) {
    expect(String(error)).toMatch(/^ToolError: The result cannot be sent as JSON: .* is -?Infinity\./u);
  }
}
