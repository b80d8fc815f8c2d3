/** The primitives as their list shows them. What the SDK's types ask beyond is that they be mutable. */
export function definitions(primitives: Iterable<{ readonly definition: object }>): unknown[] {
  return Array.from(primitives, (primitive) => primitive.definition);
}
