/** Whether a keyword occurs anywhere in the schema. If not, the schema need not be read further. */
export function mentions(schema: unknown, keyword: string): boolean {
  if (typeof schema !== "object" || schema === null) return false;
  return Object.hasOwn(schema, keyword) || Object.values(schema).some((inner) => mentions(inner, keyword));
}
