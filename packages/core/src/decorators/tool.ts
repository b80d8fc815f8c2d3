import type { JsonSchema } from "../manifest/json-schema.js";
import type { ClientCapability, Icon, ToolAnnotations } from "../manifest/manifest.js";
import { type DualMethodDecorator, decorateMethod, isBareUse, type Method } from "./decorate-method.js";

/** Options of {@link tool}. Each must be a constant, because the compiler reads it from the source. */
export interface ToolOptions {
  /** The name that clients use: 1 to 128 of `A-Z a-z 0-9 _ . -`. @default the method's name */
  readonly name?: string;
  /** The name that people see. */
  readonly title?: string;
  /** @default the method's doc comment */
  readonly description?: string;
  readonly annotations?: ToolAnnotations;
  /**
   * The schema of the arguments object, for what a type cannot express. It is used unchanged, and each parameter still
   * takes the argument of its name. @default made from the parameters' types
   */
  readonly inputSchema?: JsonSchema;
  /** The schema of the data that is returned, alone or in a whole result. @default made from the return type */
  readonly outputSchema?: JsonSchema;
  /**
   * `"structured"` sends text or bytes as data with a schema. @default text and content have no schema, because with
   * one hosts show the model only the data
   */
  readonly output?: "structured";
  readonly icons?: readonly Icon[];
  /**
   * What becomes of arguments that do not fit the schema. `"strict"` refuses them. `"lenient"` drops properties that the
   * schema does not know; and where a value does not fit as it was sent, it takes `"2"` for 2, `"false"` for false, JSON text
   * for the array or object it stands for, and `null` for an absent optional property. What still does not fit is refused.
   * See docs/guide/arguments.md. @default the option of `defineServer`, which is `"strict"` if it is not set
   */
  readonly arguments?: "strict" | "lenient";
  /**
   * Milliseconds that a call may take. After that, `ctx.signal` aborts and the model gets an error. @default no limit
   */
  readonly timeout?: number;
  /** Capabilities that the client needs; other clients are refused before the method runs. @default none */
  readonly requires?: readonly ClientCapability[];
  /**
   * Answers with a task that the client polls, for work that takes minutes (the protocol's tasks extension).
   * `"optional"`: clients that support tasks get one. `"required"`: other clients are refused. See docs/guide/tasks.md.
   * @default answers when the work is done or the method calls `ctx.releaseConnection`
   */
  readonly task?: "optional" | "required";
  /** A page that shows the result, in clients that support MCP Apps. @default none */
  readonly ui?: ToolUiOptions;
  /** Passed to the client unchanged. */
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
  /** The origins that the page may use. @default none */
  readonly csp?: {
    /** To fetch from. */
    readonly connectDomains?: readonly string[];
    /** To load images, styles, fonts and scripts from. */
    readonly resourceDomains?: readonly string[];
    /** To embed in frames. */
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
 * Offers a method as a tool. Its parameter types become the input schema, its return type becomes the output schema,
 * and its doc comment becomes the description.
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
