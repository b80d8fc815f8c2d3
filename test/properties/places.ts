/** The way from a value to a value within it. */
export type Place = readonly (string | number)[];

/** A value and all that is in it. */
export function placesOf(value: unknown): readonly Place[] {
  if (typeof value !== "object" || value === null) return [[]];
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [[], ...inner.flatMap(([key, child]) => placesOf(child).map((place) => [key, ...place]))];
}

/** What is at a place. */
export function at(value: unknown, [key, ...rest]: Place): unknown {
  return key === undefined ? value : at((value as { readonly [key: string]: unknown })[key], rest);
}

/** A copy that has something else there. */
export function replaceAt(value: unknown, [key, ...rest]: Place, replace: (inner: unknown) => unknown): unknown {
  if (key === undefined) return replace(value);
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? replaceAt(item, rest, replace) : item));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, inner]) => [
      name,
      name === key ? replaceAt(inner, rest, replace) : inner,
    ]),
  );
}
