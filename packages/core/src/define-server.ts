import type { Constructor } from "./decorated-members.js";
import type { Manifest, ManifestJson, ServerInfo } from "./manifest.js";
import { createRegistry } from "./registry/create-registry.js";
import type { ErrorReporter, Registry } from "./registry/registry.js";

const BRAND: unique symbol = Symbol.for("plainmcp.ServerDefinition");

/** A class, an instance, several of them, or what {@link defineServer} returned. */
export type ServerTarget = Constructor | object | readonly (Constructor | object)[] | ServerDefinition;

/** Options of {@link defineServer}. */
export interface DefineServerOptions {
  /** The contract, as `plainmcp manifest` writes it. @default what the build registered for each class */
  readonly manifest?: Manifest | ManifestJson;
  /** Replaces single fields of what the manifest says of the server. */
  readonly info?: Partial<ServerInfo>;
  /** Is told every error that clients see only a reference of. @default writes it to stderr */
  readonly onError?: ErrorReporter;
}

/** Classes and instances that make one server, for any transport to serve. */
export interface ServerDefinition {
  readonly [BRAND]: true;
  /**
   * The checked registry, made at the first call.
   *
   * @throws RegistrationError that lists everything wrong with the classes and manifests
   */
  registry(): Registry;
}

/**
 * Makes one server of one or more classes. Transports take a class directly; this is for passing instances, a manifest
 * from a file, or options.
 *
 * @example
 * ```ts
 * const server = defineServer(new Weather(apiKey));
 * await serveStdio(server);
 * ```
 */
export function defineServer(target: ServerTarget, options: DefineServerOptions = {}): ServerDefinition {
  if (isServerDefinition(target)) return target;
  const members = Array.isArray(target) ? target : [target];
  let registry: Registry | undefined;
  return {
    [BRAND]: true,
    // Not at once: the class's manifest may be registered only after the module that calls this has run.
    registry: () => (registry ??= createRegistry(members, options)),
  };
}

function isServerDefinition(target: ServerTarget): target is ServerDefinition {
  return typeof target === "object" && target !== null && BRAND in target;
}
