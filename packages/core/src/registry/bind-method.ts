import type { Context } from "../context.js";
import type { ParameterManifest } from "../manifest.js";

/** Calls one method of one instance with named arguments. */
export type BoundMethod = (args: Readonly<Record<string, unknown>>, context: Context) => unknown;

/**
 * Fixes at start which method is called and which parameter takes which argument, so that a request can choose
 * neither: it names values only.
 */
export function bindMethod(instance: object, method: string, parameters: readonly ParameterManifest[]): BoundMethod {
  const call: (...values: unknown[]) => unknown = Reflect.get(instance, method);
  const sources = parameters.map(toSource);
  const rest = parameters.findIndex((parameter) => "rest" in parameter);
  return (args, context) => {
    const values = sources.map((source) => source(args, context));
    if (rest >= 0) values.splice(rest, 1, ...((values[rest] as readonly unknown[] | undefined) ?? []));
    return call.apply(instance, values);
  };
}

function toSource(parameter: ParameterManifest): BoundMethod {
  if ("inject" in parameter) {
    return parameter.inject === "signal" ? (_, context) => context.signal : (_, context) => context;
  }
  if ("flat" in parameter) return (args) => args;
  const { name } = parameter;
  return (args) => (Object.hasOwn(args, name) ? args[name] : undefined);
}
