import type { OptionMethod } from "../primitives/primitive.js";

/**
 * Binds the method that an option names, at start.
 *
 * @throws Error when the instance has no such method
 */
export function bindOptionMethod(instance: object, method: string, option: string): OptionMethod {
  const named: unknown = Reflect.get(instance, method);
  if (typeof named === "function") return named.bind(instance);
  throw new Error(`its option "${option}" is wrong: ${instance.constructor.name} has no method "${method}"`);
}
