import type { CacheHint, Icon, ResourceAnnotations } from "../manifest/manifest.js";
import { type DualMethodDecorator, decorateMethod } from "./decorate-method.js";

/** Options of {@link resource}. Each must be a constant, because the compiler reads it from the source. */
export interface ResourceOptions {
  /** The name that clients use. @default the method's name */
  readonly name?: string;
  /** The name that people see. */
  readonly title?: string;
  /** @default the method's doc comment */
  readonly description?: string;
  /** @default `text/plain` for a string, detected from the bytes for bytes, `application/json` for other values */
  readonly mimeType?: string;
  readonly annotations?: ResourceAnnotations;
  readonly icons?: readonly Icon[];
  /** The size of a fixed resource in bytes, if known. */
  readonly size?: number;
  /** How long a client may keep the content. @default not at all */
  readonly cache?: CacheHint;
  /**
   * The method that lists the resources of a template. It returns one object for each, such as
   * `[{ id: "1", title: "Shopping" }]`: `name`, `title`, `description`, `mimeType` and `size` describe the resource,
   * and every other property fills a variable. @default the resources of a template are not listed
   */
  readonly list?: string;
  /**
   * The method that watches for changes. `(uri: string, signal: AbortSignal)` returns an async iterable that yields
   * whenever the resource has changed. It runs while a client is subscribed to the URI. @default none
   */
  readonly watch?: string;
  /**
   * The methods that complete variables, by variable name. A method `(value: string, others: Record<string, string>)`
   * returns the values that begin with `value`. @default the members of a union of literals
   */
  readonly complete?: { readonly [variable: string]: string };
  /** Passed to the client unchanged. */
  readonly _meta?: { readonly [key: string]: unknown };
}

/**
 * Offers a method as a resource: its return value is the content. If the URI has variables (RFC 6570), it is a
 * template, and each variable is a parameter. Return `undefined` or `null` if the resource does not exist.
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
