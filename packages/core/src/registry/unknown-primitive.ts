/** The error for a name that nothing in the catalog has. */
export function unknownPrimitive(name: string): TypeError {
  return new TypeError(`This server has no tool, prompt, resource or template "${name}".`);
}
