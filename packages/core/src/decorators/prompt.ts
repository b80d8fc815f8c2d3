import type { Icon } from "../manifest/manifest.js";
import { type DualMethodDecorator, decorateMethod, isBareUse, type Method } from "./decorate-method.js";

/** Options of {@link prompt}. Each must be a constant, because the compiler reads it from the source. */
export interface PromptOptions {
  /** The name that clients use. @default the method's name */
  readonly name?: string;
  /** The name that people see. */
  readonly title?: string;
  /** @default the method's doc comment */
  readonly description?: string;
  readonly icons?: readonly Icon[];
  /**
   * The methods that complete arguments, by argument name. A method `(value: string, others: Record<string, string>)`
   * returns the values that begin with `value`. @default the members of a union of literals
   */
  readonly complete?: { readonly [argument: string]: string };
  /** Passed to the client unchanged. */
  readonly _meta?: { readonly [key: string]: unknown };
}

/**
 * Offers a method as a prompt: a text or messages that a person picks in the client. Its parameters become the prompt's
 * arguments.
 *
 * @example
 * ```ts
 * class Travel {
 *   /** Packing advice. @param city Where the trip goes *\/
 *   @prompt
 *   packing(city: string) { return `What should I pack for ${city}?`; }
 * }
 * ```
 */
export function prompt(options?: PromptOptions): DualMethodDecorator;
export function prompt<This, Value extends Method>(
  value: Value,
  context: ClassMethodDecoratorContext<This, Value> & { readonly static: false; readonly private: false },
): void;
export function prompt<Value extends Method>(
  target: object,
  method: string,
  descriptor: TypedPropertyDescriptor<Value>,
): void;
export function prompt(...args: readonly unknown[]): DualMethodDecorator | void {
  if (isBareUse(args)) return decorateMethod({ kind: "prompt", options: {} })(...args);
  return decorateMethod({ kind: "prompt", options: { ...(args[0] as PromptOptions | undefined) } });
}
