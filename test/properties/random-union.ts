import fc, { type Arbitrary } from "fast-check";

/** A type as it is written, and a way to make its values. */
export interface RandomType {
  readonly text: string;
  readonly values: Arbitrary<unknown>;
}

/** A union, by its branches. */
export type RandomUnion = readonly RandomType[];

/** Unions of two to four types as people write them: plain ones, values that JSON lacks, objects that share properties. */
export function randomUnion(): Arbitrary<RandomUnion> {
  return fc
    .oneof(
      fc.uniqueArray(leaf, { minLength: 2, maxLength: 4, selector: ({ text }) => text }),
      fc.uniqueArray(objectType, { minLength: 2, maxLength: 4, selector: ({ text }) => text }),
      taggedObjects,
      fc.tuple(leaf, objectType),
      fc.tuple(listOf(leaf), listOf(objectType), fc.constantFrom(...LEAVES)),
    )
    .map((branches) => branches as RandomUnion);
}

const word = fc.constantFrom("", "a", "north", "2026", "1234", "https://example.com/", "2026-01-31T12:00:00.000Z");

const LEAVES: readonly RandomType[] = [
  { text: "string", values: word },
  { text: "number", values: fc.integer() },
  { text: "boolean", values: fc.boolean() },
  { text: "null", values: fc.constant(null) },
  { text: '"north" | "south"', values: fc.constantFrom("north", "south") },
  { text: "1 | 2", values: fc.constantFrom(1, 2) },
  { text: "Date", values: fc.integer({ min: 0, max: 2e12 }).map((time) => new Date(time)) },
  { text: "URL", values: fc.integer({ min: 0 }).map((id) => new URL(`https://example.com/${id}`)) },
  { text: "bigint", values: fc.bigInt() },
  { text: "Uint8Array", values: fc.uint8Array({ maxLength: 9 }).map((bytes) => new Uint8Array(bytes)) },
  { text: "Set<number>", values: fc.uniqueArray(fc.integer()).map((items) => new Set(items)) },
  { text: "Map<string, boolean>", values: fc.array(fc.tuple(word, fc.boolean())).map((pairs) => new Map(pairs)) },
  { text: "[number, string]", values: fc.tuple(fc.integer(), word) },
];

const leaf = fc.constantFrom(...LEAVES);

function listOf(of: Arbitrary<RandomType>): Arbitrary<RandomType> {
  return of.map(({ text, values }) => ({ text: `(${text})[]`, values: fc.array(values, { maxLength: 3 }) }));
}

/** Objects of few names, so that they share some. */
const members = fc.uniqueArray(
  fc.record({ key: fc.constantFrom("a", "b", "c", "when", "data"), optional: fc.boolean(), type: leaf }),
  { minLength: 1, maxLength: 4, selector: ({ key }) => key },
);

const objectType: Arbitrary<RandomType> = members.map(toObject);

const taggedObjects = fc
  .tuple(members, members, members)
  .map((all) => all.map((one, index) => toObject(one, `kind: "${"xyz"[index]}"; `, { kind: "xyz"[index] })));

function toObject(
  properties: readonly { readonly key: string; readonly optional: boolean; readonly type: RandomType }[],
  before: string | number = "",
  fixed: object = {},
): RandomType {
  const text = properties.map(({ key, optional, type }) => `${key}${optional ? "?" : ""}: ${type.text}`).join("; ");
  const values = Object.fromEntries(properties.map(({ key, type }) => [key, type.values]));
  const requiredKeys = properties.filter(({ optional }) => !optional).map(({ key }) => key);
  return {
    text: `{ ${typeof before === "string" ? before : ""}${text} }`,
    values: fc.record(values, { requiredKeys }).map((value) => ({ ...(before && fixed), ...value })),
  };
}
