import { guardSwitch } from "./guard-switch.js";
import { replaceProperty } from "./replace-property.js";

/** Calls the method that was replaced, as its caller did but with these arguments. */
export type Call = (...args: readonly unknown[]) => unknown;

/**
 * Does something else instead of a method while the guard is on. Returns what puts the method back.
 *
 * A proxy, because functions carry more than their code, such as what `util.promisify` looks for.
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
