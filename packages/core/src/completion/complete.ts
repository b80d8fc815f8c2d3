import { ProtocolFault, toFault } from "../dispatch/protocol-fault.js";
import type { Registry } from "../registry/registry.js";
import type { Completers } from "./create-completers.js";

/** As many values as the protocol allows in one answer. */
const MAX_VALUES = 100;

/** What may follow what was typed. */
export interface Completion {
  readonly values: readonly string[];
  /** How many there are, if that is known. */
  readonly total?: number;
  readonly hasMore: boolean;
}

/**
 * Completes an argument of a prompt or a variable of a resource template.
 *
 * @param params Parameters of `completion/complete`, unchecked
 * @throws ProtocolFault when there is no such argument, the parameters are wrong, or the method failed
 */
export async function complete(registry: Registry, params: Readonly<Record<string, unknown>>): Promise<Completion> {
  const { ref, argument, context } = params;
  const { name, completers } = findCompleters(registry, requireObject(ref, "ref"));
  const { name: argumentName, value } = requireTexts(argument, "argument", ["name", "value"]);
  const others = requireTexts(requireObject(context ?? {}, "context").arguments ?? {}, "context.arguments");
  if (!completers.has(argumentName)) throw invalid(`Unknown argument of ${name}: ${argumentName}`);
  try {
    return await take((await completers.get(argumentName)?.(value, others)) ?? []);
  } catch (error) {
    throw toFault(error, `completion of ${argumentName} of ${name}`, registry);
  }
}

function findCompleters(
  { prompts, templates }: Registry,
  ref: Readonly<Record<string, unknown>>,
): { readonly name: string; readonly completers: Completers } {
  if (ref.type === "ref/prompt") {
    const completers = prompts.get(ref.name as string)?.completers;
    if (!completers) throw invalid(`Unknown prompt: ${String(ref.name)}`);
    return { name: `prompt "${ref.name}"`, completers };
  }
  if (ref.type === "ref/resource") {
    const template = templates.find(({ definition }) => definition.uriTemplate === ref.uri);
    if (!template) throw invalid(`Unknown resource template: ${String(ref.uri)}`);
    return { name: `resource "${ref.uri}"`, completers: template.completers };
  }
  throw invalid('ref.type must be "ref/prompt" or "ref/resource".');
}

async function take(offered: unknown): Promise<Completion> {
  if (typeof offered !== "object" || offered === null) throw new TypeError(`${offered} is no list of values.`);
  const values: string[] = [];
  for await (const value of offered as AsyncIterable<unknown>) {
    if (typeof value !== "string") throw new TypeError(`A completion must be a string, not ${typeof value}.`);
    if (values.length === MAX_VALUES) {
      return { values, ...(Array.isArray(offered) && { total: offered.length }), hasMore: true };
    }
    values.push(value);
  }
  return { values, total: values.length, hasMore: false };
}

function requireObject(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) throw invalid(`${what} must be an object.`);
  return value as Readonly<Record<string, unknown>>;
}

/** The members of an object, of which these must be there and all must be text. */
function requireTexts<Name extends string>(value: unknown, what: string, names: readonly Name[] = []) {
  const object = requireObject(value, what);
  for (const name of new Set([...Object.keys(object), ...names])) {
    if (typeof object[name] !== "string") throw invalid(`${what}.${name} must be a string.`);
  }
  return object as Readonly<Record<Name, string>> & Readonly<Record<string, string>>;
}

function invalid(message: string): ProtocolFault {
  return new ProtocolFault("invalid-params", message);
}
