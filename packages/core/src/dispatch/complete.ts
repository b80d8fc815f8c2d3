import type { Completers } from "../primitives/primitive.js";
import { requireIterable } from "../result/require-iterable.js";
import type { Run } from "./call.js";
import { runMethod } from "./run-method.js";

/** The most values that the protocol allows in one answer. */
const MAX_VALUES = 100;

/** The arguments of a completion. */
export interface CompletionArguments {
  readonly argument: { readonly name: string; readonly value: string };
  readonly context?: { readonly arguments?: Readonly<Record<string, string>> };
}

/** The values that complete what was typed. */
export interface Completion {
  readonly values: readonly string[];
  /** The total number of values, if known. */
  readonly total?: number;
  readonly hasMore: boolean;
}

/** Makes the function that calls the method which completes an argument. */
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
