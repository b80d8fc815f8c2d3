import fc, { type Arbitrary } from "fast-check";

// Made once each, as functions: making an arbitrary takes longer than drawing a value from it.

/** Any JSON, two levels deep. */
export const anyJson = constant(fc.jsonValue({ maxDepth: 2, stringUnit: "grapheme" }));

/** Names that trip code which takes objects for dictionaries, beside any others. */
export const anyKey = constant(
  fc.oneof(fc.constantFrom("__proto__", "constructor", "toJSON", "a/b", "m~n", "", "0", "%25"), fc.string()),
);

/** Any short string. */
export const anyText = constant(fc.string({ unit: "binary" }));

function constant<T>(arbitrary: Arbitrary<T>): () => Arbitrary<T> {
  return () => arbitrary;
}
