import type { JsonSchema } from "../manifest/json-schema.js";
import type { Completer, Completers, Primitive } from "../primitives/primitive.js";
import { bindOptionMethod } from "./bind-option-method.js";

/**
 * Makes the completers of a prompt's arguments or a template's variables. They use the methods that the option names,
 * else the literals that the types allow.
 *
 * @throws Error when the instance lacks such a method
 */
export function createCompleters(
  names: readonly string[],
  schema: JsonSchema,
  methods: { readonly [argument: string]: string } = {},
  { instance, prepare }: { readonly instance: object; readonly prepare?: Primitive["prepare"] },
): Completers {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
  return new Map(
    names.map((name) => {
      const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
      return [
        name,
        method === undefined ? fromLiterals(properties[name]) : bindOptionMethod(instance, method, "complete", prepare),
      ];
    }),
  );
}

function fromLiterals(schema: JsonSchema | undefined): Completer | undefined {
  const literals = [...new Set(literalsOf(schema ?? {}))];
  if (literals.length === 0) return undefined;
  return (value) => literals.filter((literal) => literal.toLowerCase().startsWith(value.toLowerCase()));
}

function literalsOf(schema: JsonSchema): string[] {
  if (Array.isArray(schema.enum)) return schema.enum.filter((value) => value !== null).map(String);
  if (schema.const !== undefined && schema.const !== null) return [String(schema.const)];
  const alternatives = [schema.anyOf, schema.oneOf].filter(Array.isArray).flat() as JsonSchema[];
  if (alternatives.length > 0) return alternatives.flatMap(literalsOf);
  return [schema.type].flat().includes("boolean") ? ["true", "false"] : [];
}
