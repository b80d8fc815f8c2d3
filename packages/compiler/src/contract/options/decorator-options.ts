import type { FoundDecorator } from "../../classes/find-decorators.js";
import type { Project } from "../../project/project.js";
import { type Evaluated, evaluate, evaluateProperty, propertyName } from "../../typescript/evaluate.js";
import { objectLiteral } from "../../typescript/object-literal.js";
import { ts } from "../../typescript/typescript.js";

/** Options of a decorator, by name. */
export type DecoratorOptions = { readonly [name: string]: unknown };

/**
 * The options of a decorator that belong in the manifest. Other options matter only at run time and may be anything.
 *
 * @param index Which argument holds them
 */
export function decoratorOptions(
  { kind, args }: FoundDecorator,
  index: number,
  names: readonly string[],
  project: Project,
): DecoratorOptions {
  const argument = args[index];
  if (!argument) return {};
  const found = readOptions(argument, names, kind, project);
  // In the manifest, options always have the same order.
  return Object.fromEntries(names.flatMap((name) => (found[name] === undefined ? [] : [[name, found[name]]])));
}

/** The value of a decorator's argument. Reports it if it is not constant. */
export function constantArgument(expression: ts.Expression, kind: string, project: Project): unknown {
  return constant(evaluate(expression, project.checker), kind, project);
}

function readOptions(
  argument: ts.Expression,
  names: readonly string[],
  kind: string,
  project: Project,
): { [name: string]: unknown } {
  const literal = objectLiteral(argument, project.checker);
  if (!literal) return (constantArgument(argument, kind, project) ?? {}) as { [name: string]: unknown };
  const options: { [name: string]: unknown } = {};
  for (const property of literal.properties) {
    const name = propertyName(property, project.checker);
    if (ts.isSpreadAssignment(property)) Object.assign(options, readOptions(property.expression, names, kind, project));
    // A computed name could be any option, so it must not be ignored silently.
    else if (name === undefined) constant({ unknown: property }, kind, project);
    else if (names.includes(name)) options[name] = constant(evaluateProperty(property, project.checker), kind, project);
  }
  return options;
}

function constant(result: Evaluated, kind: string, { diagnostics }: Project): unknown {
  if ("value" in result) return result.value;
  const text = result.unknown.getText().split("\n", 1)[0] ?? "";
  diagnostics.report(
    "not-constant",
    result.unknown,
    `The value of \`${text}\` is not known at build time.`,
    `Use literals, enum members, or constants made of them as arguments of @${kind}.`,
  );
  return undefined;
}
