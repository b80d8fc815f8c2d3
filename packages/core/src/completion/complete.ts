import { runInCall } from "../containment/run-in-call.js";
import { ProtocolFault, toFault } from "../dispatch/protocol-fault.js";
import type { Registry } from "../registry/registry.js";
import { requireIterable } from "../registry/require-iterable.js";
import type { Completers } from "./create-completers.js";

/** As many values as the protocol allows in one answer. */
const MAX_VALUES = 100;

/** Parameters of `completion/complete`. */
export interface CompleteParams {
  readonly ref: { readonly type: "ref/prompt" | "ref/resource"; readonly name?: string; readonly uri?: string };
  readonly argument: { readonly name: string; readonly value: string };
  readonly context?: { readonly arguments?: Readonly<Record<string, string>> };
}

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
 * @throws ProtocolFault when there is no such argument, or the method failed
 */
export async function complete(registry: Registry, { ref, argument, context }: CompleteParams): Promise<Completion> {
  const { what, completers } = findCompleters(registry, ref);
  const { name, value } = argument;
  if (!completers.has(name)) throw new ProtocolFault("invalid-params", `Unknown argument of ${what}: ${name}`);
  const source = `completion of "${name}" of ${what}`;
  try {
    return await runInCall({ source, registry }, async () => {
      const values = await completers.get(name)?.(value, context?.arguments ?? {});
      return values === undefined ? { values: [], total: 0, hasMore: false } : await take(values);
    });
  } catch (error) {
    throw toFault(error, source, registry);
  }
}

function findCompleters(
  { prompts, templates }: Registry,
  { type, name = "", uri = "" }: CompleteParams["ref"],
): { readonly what: string; readonly completers: Completers } {
  if (type === "ref/prompt") {
    const prompt = prompts.get(name);
    if (!prompt) throw new ProtocolFault("invalid-params", `Unknown prompt: ${name}`);
    return { what: `prompt "${name}"`, completers: prompt.completers };
  }
  const template = templates.find(({ definition }) => definition.uriTemplate === uri);
  if (!template) throw new ProtocolFault("invalid-params", `Unknown resource template: ${uri}`);
  return { what: `resource "${uri}"`, completers: template.completers };
}

async function take(offered: unknown): Promise<Completion> {
  const values: string[] = [];
  for await (const value of requireIterable(offered, "A completion")) {
    if (typeof value !== "string") throw new TypeError(`A completion must be a string, not a ${typeof value}.`);
    if (values.length === MAX_VALUES) {
      return { values, ...(Array.isArray(offered) && { total: offered.length }), hasMore: true };
    }
    values.push(value);
  }
  return { values, total: values.length, hasMore: false };
}
