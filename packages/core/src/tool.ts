import { type DualMethodDecorator, decorateMethod, isBareUse, type Method } from "./decorate-method.js";
import type { JsonSchema } from "./json-schema.js";
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
  /**
   * Schema of the arguments object, for what no type can say. It stands as it is, and the parameters still take the
   * arguments of their names. @default made from the parameters' types
   */
  readonly inputSchema?: JsonSchema;
  /** Schema of what the method returns. @default made from the return type */
  readonly outputSchema?: JsonSchema;
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
