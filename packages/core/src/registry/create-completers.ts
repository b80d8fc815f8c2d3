import type { JsonSchema } from "../manifest/json-schema.js";
import type { Completer, Completers, Primitive } from "../primitives/primitive.js";
import { isReadable } from "../uri-template/find-value-problem.js";
import type { TemplatePart } from "../uri-template/parse-uri-template.js";
import { bindOptionMethod } from "./bind-option-method.js";

/** Whose arguments are completed. */
export interface Completed {
  readonly instance: object;
  readonly prepare?: Primitive["prepare"];
  /** The template whose variables they are. */
  readonly template?: readonly TemplatePart[];
}

/**
 * Makes the completers of a prompt's arguments or a template's variables. They use the methods that the option names,
 * else the literals that the types allow. Methods get no value of a variable that no URI may have.
 *
 * @throws Error when the instance lacks such a method
 */
export function createCompleters(
  names: readonly string[],
  schema: JsonSchema,
  methods: { readonly [argument: string]: string } = {},
  { instance, prepare, template }: Completed,
): Completers {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
  return new Map(
    names.map((name) => {
      const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
      if (method === undefined) return [name, fromLiterals(properties[name])];
      const completer: Completer = bindOptionMethod(instance, method, "complete", prepare);
      return [name, template ? ofReadable(name, completer, template) : completer];
    }),
  );
}

/** The same completer, with nothing to offer once a variable has a value with which there is no resource. */
function ofReadable(name: string, completer: Completer, template: readonly TemplatePart[]): Completer {
  return (value, others) => {
    const values = Object.entries({ ...others, [name]: value });
    return values.every(([name, value]) => isReadable(template, name, value)) ? completer(value, others) : [];
  };
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
