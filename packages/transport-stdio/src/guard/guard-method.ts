import { guardSwitch } from "./guard-switch.js";
import { replaceProperty } from "./replace-property.js";

/** Calls the original method with the same `this`, but with these arguments. */
export type Call = (...args: readonly unknown[]) => unknown;

/**
 * Replaces a method while the guard is on. Returns the function that restores it.
 *
 * The replacement is a proxy, because functions have properties, such as the one that `util.promisify` looks for.
 */
export function guardMethod<T extends object>(
  target: T,
  name: keyof T,
  instead: (call: Call, args: readonly unknown[]) => unknown,
): () => void {
  const value = new Proxy(target[name] as (...args: unknown[]) => unknown, {
    apply(method, self, args) {
      const call: Call = (...changed) => Reflect.apply(method, self, changed);
      return guardSwitch.on ? instead(call, args) : call(...args);
    },
  });
  return replaceProperty(target, name, { value: value as T[keyof T] });
}
