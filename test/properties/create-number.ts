import type { JsonSchema } from "@plainmcp/core";
import fc, { type GeneratorValue } from "fast-check";

/** Makes a random number that a schema accepts, often one at its limits. */
export function createNumber(schema: JsonSchema, random: GeneratorValue, isInteger: boolean): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema as Limits;
  const step = multipleOf ?? 1;
  const min = minimum ?? exclusiveMinimum ?? Math.min(-1000, (maximum ?? exclusiveMaximum ?? 0) - 1000);
  const max = maximum ?? exclusiveMaximum ?? Math.max(1000, min + 1000);
  if (isInteger || multipleOf !== undefined || random(fc.boolean)) {
    const first = Math.ceil(min / step) + (exclusiveMinimum !== undefined && min % step === 0 ? 1 : 0);
    const last = Math.floor(max / step) - (exclusiveMaximum !== undefined && max % step === 0 ? 1 : 0);
    if (first <= last) return random(fc.integer, { min: first, max: last }) * step;
  }
  return random(fc.double, {
    min,
    max,
    minExcluded: exclusiveMinimum !== undefined,
    maxExcluded: exclusiveMaximum !== undefined,
    noNaN: true,
  });
}

interface Limits {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
}
