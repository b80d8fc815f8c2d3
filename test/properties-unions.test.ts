import { join } from "node:path";
import { compile } from "@plainmcp/compiler";
import type { JsonSchema } from "@plainmcp/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDecoder } from "../packages/core/src/codec/create-decoder.js";
import { createEncoder } from "../packages/core/src/codec/create-encoder.js";
import { compileSchema } from "../packages/core/src/validation/compile-schema.js";
import { mutate } from "./properties/mutate.js";
import { createOracle } from "./properties/oracle.js";
import { type RandomUnion, randomUnion } from "./properties/random-union.js";
import { sourceProject } from "./support/source-project.js";

/** `SEED=… npx vitest run test/properties-unions` tries other unions and values, `UNIONS=…` more of them, as `npm run test:full` does. */
const SEED = Number(process.env.SEED ?? 20_261_129);
const UNIONS = Number(process.env.UNIONS ?? 75);
const VALUES = 40;

/** One union in one order: what the compiler makes of it. */
interface Order {
  readonly input: JsonSchema;
  readonly output: JsonSchema;
}

describe("random unions", () => {
  it("give back what was sent, in whatever order they are written, and are judged as Ajv judges them", {
    timeout: 120_000,
  }, () => {
    const unions = fc.sample(randomUnion(), { seed: SEED, numRuns: UNIONS });
    const compiled = compileAll(unions);
    const clean = unions.filter((_, index) => compiled.has(index));
    expect(clean.length).toBeGreaterThan(UNIONS / 2);
    let values = 0;
    for (const [index, orders] of compiled) {
      const union = unions[index] as RandomUnion;
      const samples = fc.oneof(...union.map((branch) => branch.values));
      for (const value of fc.sample(samples, { seed: SEED + index, numRuns: VALUES })) {
        for (const [order, { input, output }] of orders.entries()) {
          const text = written(union, order === 1);
          const json = JSON.parse(JSON.stringify(createEncoder(output)({ v: value })));
          expect({ text, json, issues: compileSchema(input)(json) }).toEqual({ text, json, issues: [] });
          const decode = createDecoder(input) ?? ((same: unknown) => same);
          expect({ text, json, value: decode(json) }).toEqual({ text, json, value: { v: value } });
          values += 1;
        }
      }
      values += judgeSpoilt(union, orders, index);
    }
    expect(values).toBeGreaterThan(UNIONS * VALUES);
  });
});

/** Judges values that are wrong somewhere by Ajv and by us; returns how many. */
function judgeSpoilt(union: RandomUnion, orders: readonly Order[], index: number): number {
  let judged = 0;
  for (const [order, { input, output }] of orders.entries()) {
    const validate = compileSchema(input);
    const oracle = createOracle(input);
    const encode = createEncoder(output);
    const samples = fc.oneof(...union.map((branch) => branch.values));
    const property = fc.property(samples, fc.gen(), (value, random) => {
      const json = JSON.parse(JSON.stringify(encode({ v: value })));
      const spoilt = mutate(json, random);
      const text = written(union, order === 1);
      const isAccepted = validate(spoilt.value).length === 0;
      expect({ text, value: spoilt.value, isAccepted }).toEqual({
        text,
        value: spoilt.value,
        isAccepted: oracle(spoilt.value),
      });
      judged += 1;
    });
    fc.assert(property, { seed: SEED + index, numRuns: VALUES / 4, endOnFailure: true });
  }
  return judged;
}

/** The schemas of the unions that compile without a diagnostic, in both orders. */
function compileAll(unions: readonly RandomUnion[]): ReadonlyMap<number, readonly Order[]> {
  const lines = unions.flatMap((union, index) =>
    [false, true].map((isReversed) => {
      const type = written(union, isReversed);
      return `  /** Takes one. */ @tool take${index}${isReversed ? "reversed" : ""}(v: ${type}): { v: ${type} } { return { v }; }`;
    }),
  );
  const source = `import { tool } from "@plainmcp/core";\nexport default class Unions {\n${lines.join("\n")}\n}\n`;
  const folder = sourceProject({ "server.ts": source, "tsconfig.json": TSCONFIG });
  const { manifest, diagnostics } = compile({ files: [join(folder, "server.ts")] });
  expect(diagnostics.filter(({ code }) => code.startsWith("TS"))).toEqual([]);
  const reported = new Set(diagnostics.map(({ line = 0 }) => Math.floor((line - 3) / 2)));
  const tools = new Map(manifest.classes.flatMap((one) => one.tools).map((tool) => [tool.name, tool]));
  const orders = unions.map((_, index): [number, readonly Order[]] => [
    index,
    [`take${index}`, `take${index}reversed`].map((name) => {
      const { inputSchema: input, outputSchema: output = {} } = tools.get(name) ?? { inputSchema: {} };
      return { input, output };
    }),
  ]);
  return new Map(orders.filter(([index]) => !reported.has(index)));
}

function written(union: RandomUnion, isReversed: boolean): string {
  const texts = union.map(({ text }) => text);
  return (isReversed ? texts.reverse() : texts).join(" | ");
}

const TSCONFIG = JSON.stringify({
  compilerOptions: { target: "es2022", module: "esnext", moduleResolution: "bundler", strict: true, types: ["node"] },
});
