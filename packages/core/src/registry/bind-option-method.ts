import type { OptionMethod, Primitive } from "../primitives/primitive.js";
import { after } from "../promises/awaitable.js";

/**
 * Binds the method that an option names, at start.
 *
 * @param prepare Prepares the instance before the method is called
 * @throws Error when the instance has no such method
 */
export function bindOptionMethod(
  instance: object,
  method: string,
  option: string,
  prepare?: Primitive["prepare"],
): OptionMethod {
  const named: unknown = Reflect.get(instance, method);
  if (typeof named === "function") {
    const bound: OptionMethod = named.bind(instance);
    return prepare === undefined ? bound : (...args) => after(prepare(), () => bound(...args));
  }
  throw new Error(`its option "${option}" is wrong: ${instance.constructor.name} has no method "${method}"`);
}
