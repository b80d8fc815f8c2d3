/** A method that an option of a decorator names. It is told nothing of the request. */
export type Helper = (...args: unknown[]) => unknown;

/**
 * Fixes at start which method an option names.
 *
 * @throws Error when the instance has no such method
 */
export function bindHelper(instance: object, method: string, option: string): Helper {
  const helper: unknown = Reflect.get(instance, method);
  if (typeof helper === "function") return helper.bind(instance);
  throw new Error(`its option "${option}" is wrong: ${instance.constructor.name} has no method "${method}"`);
}
