/** The error for a name that nothing has. */
export function unknownPrimitive(name: string, where = "This server"): TypeError {
  return new TypeError(`${where} has no tool, prompt, resource or template "${name}".`);
}
