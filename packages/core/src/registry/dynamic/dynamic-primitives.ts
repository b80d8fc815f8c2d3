import type { DynamicDefinitions } from "./dynamic-definitions.js";

/** The key of the internals. */
export const DYNAMIC: unique symbol = Symbol.for("plainmcp.DynamicPrimitives");

/** Primitives of a server that can be added and removed at any time, also while clients are connected. */
export interface DynamicPrimitives {
  /** For internal use by plainmcp's packages. */
  readonly [DYNAMIC]: unknown;
  /**
   * Adds primitives, and notifies clients.
   *
   * @throws RegistrationError that lists everything wrong with them; then none of them is added
   */
  add(definitions: DynamicDefinitions): void;
  /**
   * Removes primitives, and notifies clients. Calls that are running may finish.
   *
   * @param names Names of tools and prompts; URIs and URI templates of resources
   * @throws TypeError when this has no primitive of that name; then none is removed
   */
  remove(...names: readonly string[]): void;
}

/** The internals of {@link DynamicPrimitives}. */
export interface DynamicInternals {
  /** Everything that has been added and not removed. */
  definitions(): Required<DynamicDefinitions>;
  /** Adds to this server, too, what is added from now on. */
  attach(server: DynamicServer): void;
}

/** A server that serves dynamic primitives. */
export interface DynamicServer {
  /** @throws RegistrationError that lists everything wrong with the definitions; then none of them is added */
  add(definitions: DynamicDefinitions): void;
  /** Removes what has these names and URIs. */
  remove(definitions: DynamicDefinitions): void;
}

/** Whether a member of a server is what `dynamic` returns. */
export function isDynamic(member: unknown): member is DynamicPrimitives {
  return typeof member === "object" && member !== null && DYNAMIC in member;
}
