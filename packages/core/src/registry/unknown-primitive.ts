/** The error for a name that is not in the catalog. */
export function unknownPrimitive(name: string): TypeError {
  return new TypeError(`This server has no tool, prompt, resource or template "${name}".`);
}
