import type { CacheHint, Icon, ResourceAnnotations } from "../manifest/manifest.js";
import { type DualMethodDecorator, decorateMethod } from "./decorate-method.js";

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
  /** Bytes, of a fixed resource, if known. */
  readonly size?: number;
  /** How long a client may keep the content. @default not at all */
  readonly cache?: CacheHint;
  /**
   * Name of the method that lists what a template stands for: it returns the variables of each, such as
   * `[{ id: "1", title: "Shopping" }]`, where `name`, `title`, `description`, `mimeType` and `size` describe it and every
   * other property fills a variable. @default a template's instances are in no list
   */
  readonly list?: string;
  /**
   * Name of the method that watches for changes: `(uri: string, signal: AbortSignal)` returns an async iterable, and each
   * value says that the resource has changed. It runs while a client is subscribed to the URI. @default none
   */
  readonly watch?: string;
  /**
   * Names of the methods that complete variables: `(value: string, others: Record<string, string>)` returns the values
   * that begin with what was typed. @default the members of a union of literals
   */
  readonly complete?: { readonly [variable: string]: string };
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
