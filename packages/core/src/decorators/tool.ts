import type { JsonSchema } from "../manifest/json-schema.js";
import type { ClientCapability, Icon, ToolAnnotations } from "../manifest/manifest.js";
import { type DualMethodDecorator, decorateMethod, isBareUse, type Method } from "./decorate-method.js";

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
  /**
   * `"structured"` has clients get a text, or bytes, as data with a schema. @default text and content have no schema,
   * since hosts then show the model the data alone
   */
  readonly output?: "structured";
  readonly icons?: readonly Icon[];
  /**
   * Milliseconds a call may take. Then `ctx.signal` is aborted and the model is told so. @default no limit
   */
  readonly timeout?: number;
  /** What the client must be able to do; others are refused before the method runs. @default nothing */
  readonly requires?: readonly ClientCapability[];
  /**
   * Answers with a task that the client asks after, for work that takes minutes (the protocol's tasks extension):
   * `"optional"` where the client knows tasks, `"required"` to refuse others. See docs/guide/tasks.md.
   * @default answers when the work is done, or the method lets go of its client
   */
  readonly task?: "optional" | "required";
  /** A page that shows the result in clients that can (MCP Apps). @default none */
  readonly ui?: ToolUiOptions;
  /** Passed to the client as it is. */
  readonly _meta?: { readonly [key: string]: unknown };
}

/** A page that shows a tool's result. */
export interface ToolUiOptions {
  /** The HTML file, relative to the source file. It becomes part of the manifest. */
  readonly file: string;
  /** @default `ui://CLASS/TOOL` */
  readonly uri?: string;
  /** Who may call the tool: the model, the page, or both. @default both */
  readonly visibility?: readonly ("model" | "app")[];
  /** Origins the page may use. @default none */
  readonly csp?: {
    /** To fetch from. */
    readonly connectDomains?: readonly string[];
    /** To load images, styles, fonts and scripts from. */
    readonly resourceDomains?: readonly string[];
    /** To show in frames. */
    readonly frameDomains?: readonly string[];
    /** For the page's `<base>`. */
    readonly baseUriDomains?: readonly string[];
  };
  /** What the page may ask the browser for. @default nothing */
  readonly permissions?: {
    readonly camera?: object;
    readonly microphone?: object;
    readonly geolocation?: object;
    readonly clipboardWrite?: object;
  };
  /** @default the client's choice */
  readonly domain?: string;
  /** @default the client's choice */
  readonly prefersBorder?: boolean;
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
