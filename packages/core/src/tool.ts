import { type DualMethodDecorator, decorateMethod, isBareUse, type Method } from "./decorate-method.js";
import type { Icon, ToolAnnotations } from "./manifest.js";

/** Options of {@link tool}. Each must be a constant, since the compiler reads them. */
export interface ToolOptions {
  /** Name on the wire: 1 to 128 of `A-Z a-z 0-9 _ . -`. @default the method's name */
  readonly name?: string;
  /** Name for people. */
  readonly title?: string;
  /** @default the method's doc comment */
  readonly description?: string;
  readonly annotations?: ToolAnnotations;
  readonly icons?: readonly Icon[];
  /** Passed to the client as it is. */
  readonly _meta?: { readonly [key: string]: unknown };
}

/**
 * Offers a method as a tool. Its parameter types become the input schema, its return type the output schema,
 * its doc comment the description.
 *
 * @example
 * ```ts
 * class Calculator {
 *   /** Adds two numbers. *\/
 *   @tool
 *   add(a: number, b = 0): number { return a + b; }
 *
 *   @tool({ annotations: { readOnlyHint: true } })
 *   pi(): number { return Math.PI; }
 * }
 * ```
 */
export function tool(options?: ToolOptions): DualMethodDecorator;
export function tool<This, Value extends Method>(
  value: Value,
  context: ClassMethodDecoratorContext<This, Value> & { readonly static: false; readonly private: false },
): void;
export function tool<Value extends Method>(
  target: object,
  method: string,
  descriptor: TypedPropertyDescriptor<Value>,
): void;
export function tool(...args: readonly unknown[]): DualMethodDecorator | void {
  if (isBareUse(args)) return decorateMethod({ kind: "tool", options: {} })(...args);
  return decorateMethod({ kind: "tool", options: { ...(args[0] as ToolOptions | undefined) } });
}
