import fc, { type GeneratorValue } from "fast-check";
import { anyJson, anyKey, anyText } from "./arbitraries.js";
import { at, placesOf, replaceAt } from "./places.js";

/** Spoils a value in one random place, or happens to leave it valid. */
export function mutate(
  value: unknown,
  random: GeneratorValue,
): { readonly kind: MutationKind; readonly value: unknown } {
  const places = placesOf(value);
  const place = places[random(fc.nat, places.length - 1)] ?? [];
  const kinds = kindsFor(at(value, place));
  const kind = kinds[random(fc.nat, kinds.length - 1)] as MutationKind;
  return { kind, value: replaceAt(value, place, (inner) => MUTATIONS[kind](inner, random)) };
}

/** The ways to spoil. */
export const MUTATION_KINDS = [
  "another type",
  "a property less",
  "a property more",
  "a property renamed",
  "an item less",
  "an item more",
  "an item twice",
  "another number",
  "another text",
] as const;
export type MutationKind = (typeof MUTATION_KINDS)[number];

function kindsFor(value: unknown): readonly MutationKind[] {
  if (typeof value === "string") return ["another type", "another text"];
  if (typeof value === "number") return ["another type", "another number"];
  if (Array.isArray(value)) return ["another type", "an item less", "an item more", "an item twice"];
  if (typeof value !== "object" || value === null) return ["another type"];
  return ["another type", "a property less", "a property less", "a property more", "a property renamed"];
}

const MUTATIONS: { readonly [kind in MutationKind]: (value: unknown, random: GeneratorValue) => unknown } = {
  "another type": (value, random) => {
    const others = [null, true, 1, 1.5, "1", "", [], [value], {}, { value }].filter(
      (other) => typeof other !== typeof value,
    );
    return others[random(fc.nat, others.length - 1)];
  },
  "a property less": (value, random) => Object.fromEntries(without(Object.entries(value as object), random)),
  "a property more": (value, random) => {
    const extra = [random(anyKey), random(anyJson)] as const;
    return Object.fromEntries([...Object.entries(value as object), extra]);
  },
  "a property renamed": (value, random) => {
    const entries = Object.entries(value as object);
    const chosen = random(fc.nat, entries.length);
    return Object.fromEntries(entries.map(([key, inner], index) => [index === chosen ? `${key}s` : key, inner]));
  },
  "an item less": (value, random) => without(value as unknown[], random),
  "an item more": (value, random) => [...(value as unknown[]), random(anyJson)],
  "an item twice": (value) => [...(value as unknown[]), ...(value as unknown[]).slice(0, 1)],
  "another number": (value, random) => {
    const number = value as number;
    const others = [
      number + 1,
      number - 1,
      -number,
      number + 0.5,
      number * 1e6,
      0,
      1e308,
      5e-324,
      Number.MAX_SAFE_INTEGER,
    ];
    return others[random(fc.nat, others.length - 1)];
  },
  "another text": (value, random) => {
    const text = value as string;
    const position = random(fc.nat, text.length);
    const [before, after] = [text.slice(0, position), text.slice(position)];
    const others = [
      "",
      before,
      after,
      `${text}\n`,
      text.toUpperCase(),
      text + text,
      `${before}${random(anyText)}${after}`,
    ];
    return others[random(fc.nat, others.length - 1)];
  },
};

function without<T>(items: readonly T[], random: GeneratorValue): readonly T[] {
  const chosen = random(fc.nat, Math.max(0, items.length - 1));
  return items.filter((_, index) => index !== chosen);
}
