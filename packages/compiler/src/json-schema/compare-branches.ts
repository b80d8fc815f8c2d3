import { type Definitions, propertiesOf, requiredOf, resolve, valuesOf } from "./resolve.js";
import type { Schema } from "./schema.js";
import { shareText } from "./text-forms.js";

/** How the values of two types relate in JSON. */
export interface Comparison {
  /** Some JSON values may belong to both. */
  readonly overlap: boolean;
  /** For such values, the first type makes something else of them than plain JSON. */
  readonly oneCodes: boolean;
  /** The second type does so too. If both do, nothing shows which one the sender meant. */
  readonly otherCodes: boolean;
}

/** Compares how two branches of a union read the same JSON. */
export function compareBranches(one: Schema, other: Schema, definitions: Definitions): Comparison {
  // Recursive types count as the same while they are being compared.
  const known = new Map<Schema, Map<Schema, Comparison>>();
  return compare(one, other);

  function compare(left: Schema, right: Schema): Comparison {
    const [a, b] = [resolve(left, definitions), resolve(right, definitions)];
    if (a === b) return SAME;
    const found = known.get(a)?.get(b);
    if (found) return found;
    remember(a, b, SAME);
    const result = compareAlternatives(alternatives(a), alternatives(b));
    remember(a, b, result);
    return result;
  }

  function remember(a: Schema, b: Schema, result: Comparison): void {
    const others = known.get(a) ?? new Map<Schema, Comparison>();
    known.set(a, others.set(b, result));
  }

  function alternatives(schema: Schema): readonly Schema[] {
    const branches = schema.anyOf as readonly Schema[] | undefined;
    if (branches) return branches.flatMap((branch) => alternatives(resolve(branch, definitions)));
    if (schema.type === undefined && Array.isArray(schema.enum)) return schema.enum.map((value) => ({ const: value }));
    return Array.isArray(schema.type) ? schema.type.map((type) => ({ ...schema, type })) : [schema];
  }

  function compareAlternatives(lefts: readonly Schema[], rights: readonly Schema[]): Comparison {
    const pairs = lefts.flatMap((left) => rights.map((right) => compareSingle(left, right)));
    return either(pairs.filter(({ overlap }) => overlap));
  }

  function compareSingle(left: Schema, right: Schema): Comparison {
    // A property that never exists.
    if (left.not !== undefined || right.not !== undefined) return DISJOINT;
    const [type, otherType] = [typeOf(left), typeOf(right)];
    if (type === undefined || otherType === undefined) return { overlap: true, ...codes(left, right, hasCodec) };
    if (type !== otherType) return DISJOINT;
    if (haveNoValueInCommon(left, right)) return DISJOINT;
    if (type === "string") return shareText(left, right) ? { overlap: true, ...codes(left, right) } : DISJOINT;
    if (type === "array") return compareLists(left, right);
    return type === "object" ? compareObjects(left, right) : SAME;
  }

  function compareLists(left: Schema, right: Schema): Comparison {
    const least = Math.max(Number(left.minItems ?? 0), Number(right.minItems ?? 0));
    const most = Math.min(Number(left.maxItems ?? Infinity), Number(right.maxItems ?? Infinity));
    if (least > most) return DISJOINT;
    const length = Math.max(prefixOf(left).length, prefixOf(right).length) + 1;
    const items = Array.from({ length: Math.min(length, most) }, (_, index) =>
      compare(itemOf(left, index), itemOf(right, index)),
    );
    if (items.slice(0, least).some(({ overlap }) => !overlap)) return DISJOINT;
    return either([{ overlap: true, ...codes(left, right) }, ...items.filter(({ overlap }) => overlap)]);
  }

  function compareObjects(left: Schema, right: Schema): Comparison {
    const [properties, others] = [propertiesOf(left), propertiesOf(right)];
    const required = new Set([...requiredOf(left), ...requiredOf(right)]);
    const found: Comparison[] = [{ overlap: true, ...codes(left, right) }];
    for (const key of new Set([...Object.keys(properties), ...Object.keys(others)])) {
      const [a, b] = [properties[key] ?? restOf(left), others[key] ?? restOf(right)];
      // If only one declares the property, the other gets it from there and reads it in the same way.
      if (a === undefined || b === undefined) continue;
      const comparison = compare(a, b);
      if (comparison.overlap) found.push(comparison);
      else if (required.has(key)) return DISJOINT;
    }
    const [rest, otherRest] = [restOf(left), restOf(right)];
    if (rest && otherRest) found.push(compare(rest, otherRest));
    const comparison = either(found);
    // If values of one have a property that the other does not declare, the one that declares more of them wins.
    return requiresMore(left, right) || requiresMore(right, left) ? SAME : comparison;
  }

  function hasCodec(schema: Schema): boolean {
    const seen = new Set<Schema>();
    const visit = (part: unknown): boolean => {
      if (typeof part !== "object" || part === null) return false;
      const target = resolve(part as Schema, definitions);
      if (seen.has(target)) return false;
      seen.add(target);
      return target["x-ts"] !== undefined || Object.values(target).some(visit);
    };
    return visit(schema);
  }
}

const SAME: Comparison = { overlap: true, oneCodes: false, otherCodes: false };
const DISJOINT: Comparison = { overlap: false, oneCodes: false, otherCodes: false };

function either(comparisons: readonly Comparison[]): Comparison {
  return {
    overlap: comparisons.length > 0,
    oneCodes: comparisons.some(({ oneCodes }) => oneCodes),
    otherCodes: comparisons.some(({ otherCodes }) => otherCodes),
  };
}

function codes(
  one: Schema,
  other: Schema,
  isCoded = (schema: Schema): boolean => schema["x-ts"] !== undefined,
): Omit<Comparison, "overlap"> {
  if (one["x-ts"] !== undefined && one["x-ts"] === other["x-ts"]) return { oneCodes: false, otherCodes: false };
  return { oneCodes: isCoded(one), otherCodes: isCoded(other) };
}

/** Whether both list their values and have none in common. */
export function haveNoValueInCommon(left: Schema, right: Schema): boolean {
  const [values, others] = [valuesOf(left), valuesOf(right)];
  return values !== undefined && others !== undefined && !values.some((value) => others.includes(value));
}

function typeOf({ type, const: only, enum: several }: Schema): string | undefined {
  if (type !== undefined) return type === "integer" ? "number" : String(type);
  const [value = only] = (several ?? []) as readonly unknown[];
  if (value === undefined) return undefined;
  return value === null ? "null" : typeof value;
}

function prefixOf({ prefixItems = [] }: Schema): readonly Schema[] {
  return prefixItems as readonly Schema[];
}

function itemOf(schema: Schema, index: number): Schema {
  return prefixOf(schema)[index] ?? (schema.items as Schema | undefined) ?? {};
}

/** The schema of the undeclared properties. */
function restOf({ additionalProperties }: Schema): Schema | undefined {
  return typeof additionalProperties === "object" ? (additionalProperties as Schema) : undefined;
}

/** Whether an object requires a property that the other does not declare. */
function requiresMore(schema: Schema, other: Schema): boolean {
  return restOf(other) === undefined && requiredOf(schema).some((key) => !Object.hasOwn(propertiesOf(other), key));
}
