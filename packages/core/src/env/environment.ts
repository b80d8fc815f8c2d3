/** The variables of a platform by name, such as `process.env`. A Worker's `env` also has bindings, which are objects. */
export type Environment = { readonly [name: string]: unknown };

/** The environment of this process, if the platform has one. */
export function processEnvironment(): Environment | undefined {
  return (globalThis as { readonly process?: { readonly env?: Environment } }).process?.env;
}

/**
 * Returns the text of a variable; `undefined` if it is not set or empty, which is how container tools write "not set".
 *
 * @param platform The environment that came with a request. The process's own is used for what it lacks
 */
export function lookUp(name: string, platform: Environment | undefined): string | undefined {
  const value = platform?.[name] ?? processEnvironment()?.[name];
  if (typeof value === "string") return value || undefined;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
