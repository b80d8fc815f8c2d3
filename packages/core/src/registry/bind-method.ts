import type { ParameterManifest } from "../manifest/manifest.js";
import type { Arguments, BoundMethod } from "../primitives/primitive.js";

/**
 * Binds a method and its parameters at start, so that a request can choose only the values.
 */
export function bindMethod(instance: object, method: string, parameters: readonly ParameterManifest[]): BoundMethod {
  const call: (...values: unknown[]) => unknown = Reflect.get(instance, method);
  const names = parameters.flatMap(plainName);
  if (names.length === parameters.length) return (args) => call.apply(instance, valuesOf(args, names));
  const sources = parameters.map(toSource);
  const rest = parameters.findIndex((parameter) => "rest" in parameter);
  return (args, request) => {
    const values = sources.map((source) => source(args, request));
    if (rest >= 0) values.splice(rest, 1, ...((values[rest] as readonly unknown[] | undefined) ?? []));
    return call.apply(instance, values);
  };
}

/** The name of a parameter that takes the argument of its name, and nothing else. */
function plainName(parameter: ParameterManifest): readonly string[] {
  return "inject" in parameter || "flat" in parameter || "rest" in parameter ? [] : [parameter.name];
}

function valuesOf(args: Arguments, names: readonly string[]): unknown[] {
  const values: unknown[] = [];
  for (const name of names) values.push(Object.hasOwn(args, name) ? args[name] : undefined);
  return values;
}

function toSource(parameter: ParameterManifest): BoundMethod {
  if ("inject" in parameter) {
    return parameter.inject === "signal" ? (_, { context }) => context.signal : (_, { context }) => context;
  }
  if ("flat" in parameter) return (args) => args;
  const { name } = parameter;
  return (args) => (Object.hasOwn(args, name) ? args[name] : undefined);
}
