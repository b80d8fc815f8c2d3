import { type DualMethodDecorator, decorateMethod } from "./decorate-method.js";
import type { Icon, ResourceAnnotations } from "./manifest.js";

/** Options of {@link resource}. Each must be a constant, since the compiler reads them. */
export interface ResourceOptions {
  /** Name on the wire. @default the method's name */
  readonly name?: string;
  /** Name for people. */
  readonly title?: string;
  /** @default the method's doc comment */
  readonly description?: string;
  /** @default `text/plain` for a string, `application/json` for other values, else what the bytes say */
  readonly mimeType?: string;
  readonly annotations?: ResourceAnnotations;
  readonly icons?: readonly Icon[];
  /** Passed to the client as it is. */
  readonly _meta?: { readonly [key: string]: unknown };
}

/**
 * Offers a method as a resource: what it returns is the content. With variables in the URI (RFC 6570) it is a template,
 * and each variable is a parameter. A method that returns `undefined` or `null` says that there is no such resource.
 *
 * @param uri A URI, or a URI template
 *
 * @example
 * ```ts
 * class Weather {
 *   /** Report for a city. *\/
 *   @resource("weather://{city}/report")
 *   report(city: string): Report | undefined { return reports.get(city); }
 * }
 * ```
 */
export function resource(uri: string, options: ResourceOptions = {}): DualMethodDecorator {
  if (typeof uri !== "string") {
    throw new TypeError('@resource needs a URI: write @resource("notes://all") or @resource("notes://{id}").');
  }
  return decorateMethod({ kind: "resource", uri, options: { ...options } });
}
