import type { Icon } from "../manifest/manifest.js";
import { type DualMethodDecorator, decorateMethod, isBareUse, type Method } from "./decorate-method.js";

/** Options of {@link prompt}. Each must be a constant, since the compiler reads them. */
export interface PromptOptions {
  /** Name on the wire. @default the method's name */
  readonly name?: string;
  /** Name for people. */
  readonly title?: string;
  /** @default the method's doc comment */
  readonly description?: string;
  readonly icons?: readonly Icon[];
  /**
   * Names of the methods that complete arguments: `(value: string, others: Record<string, string>)` returns the values
   * that begin with what was typed. @default the members of a union of literals
   */
  readonly complete?: { readonly [argument: string]: string };
  /** Passed to the client as it is. */
  readonly _meta?: { readonly [key: string]: unknown };
}

/**
 * Offers a method as a prompt: a text, or messages, that a person picks in the client. Its parameters become the
 * prompt's arguments.
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
