import type { Completers } from "../primitives/primitive.js";
import { requireIterable } from "../result/require-iterable.js";
import type { Run } from "./call.js";
import { runMethod } from "./run-method.js";

/** As many values as the protocol allows in one answer. */
const MAX_VALUES = 100;

/** What a completion is called with. */
export interface CompletionArguments {
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

/** Calls the method that completes an argument. */
export function complete(completers: Completers): Run {
  const primitive = {
    reading: "value",
    call: async (args: object) => {
      const { argument, context } = args as CompletionArguments;
      const values = await completers.get(argument.name)?.(argument.value, context?.arguments ?? {});
      return values === undefined ? { values: [], total: 0, hasMore: false } : take(values);
    },
  } as const;
  return (call) => runMethod(primitive, call, (completion) => ({ completion }));
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
