import type { JsonSchema } from "@plainmcp/core";
import fc, { type GeneratorValue } from "fast-check";

/** Makes a random number that a schema accepts, often one at its limits. */
export function createNumber(schema: JsonSchema, random: GeneratorValue, isInteger: boolean): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema as Limits;
  const step = multipleOf ?? 1;
  const [lowest, highest] = [larger(minimum, exclusiveMinimum), smaller(maximum, exclusiveMaximum)];
  const min = lowest ?? Math.min(-1000, (highest ?? 0) - 1000);
  const max = highest ?? Math.max(1000, min + 1000);
  if (isInteger || multipleOf !== undefined || random(fc.boolean)) {
    const first = Math.ceil(min / step) + (exclusiveMinimum === min && min % step === 0 ? 1 : 0);
    const last = Math.floor(max / step) - (exclusiveMaximum === max && max % step === 0 ? 1 : 0);
    if (first <= last) return random(fc.integer, { min: first, max: last }) * step;
  }
  return random(fc.double, {
    min,
    max,
    minExcluded: exclusiveMinimum === min,
    maxExcluded: exclusiveMaximum === max,
    noNaN: true,
  });
}

function larger(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
}

function smaller(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}

interface Limits {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
}
