import type { ServerControls } from "./context.js";
import type { Constructor } from "./decorated-members.js";
import type { Manifest, ManifestJson, ServerInfo } from "./manifest.js";
import { createRegistry } from "./registry/create-registry.js";
import type { ErrorReporter, Registry } from "./registry/registry.js";
import type { Skills } from "./skills/skills.js";

const BRAND: unique symbol = Symbol.for("plainmcp.ServerDefinition");

/** A class, an instance, several of them, or what {@link defineServer} returned. */
export type ServerTarget = Constructor | object | readonly (Constructor | object)[] | ServerDefinition;

/** Options of {@link defineServer}. */
export interface DefineServerOptions {
  /** The contract, as `plainmcp manifest` writes it. @default what the build registered for each class */
  readonly manifest?: Manifest | ManifestJson;
  /** Replaces single fields of what the manifest says of the server. */
  readonly info?: Partial<ServerInfo>;
  /**
   * Protects what travels through clients and must come back unchanged, such as the cursors of lists. At least 32
   * characters, the same in every process that serves the same clients. @default random, so that it ends with the process
   */
  readonly secret?: string;
  /** Instructions for agents that the server brings along: see `@plainmcp/core/skills`. @default none */
  readonly skills?: Skills;
  /** Is told every error that clients see only a reference of. @default writes it to stderr */
  readonly onError?: ErrorReporter;
}

/**
 * Classes and instances that make one server, for any transport to serve. Before clients connect, and while they are
 * connected, primitives can be disabled and enabled.
 */
export interface ServerDefinition extends ServerControls {
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
  let made: Registry | undefined;
  // Not at once: the class's manifest may be registered only after the module that calls this has run.
  const registry = (): Registry => (made ??= createRegistry(members, options));
  return {
    [BRAND]: true,
    registry,
    enable: (...names) => registry().controls.enable(...names),
    disable: (...names) => registry().controls.disable(...names),
    resourceUpdated: (uri) => registry().controls.resourceUpdated(uri),
  };
}

function isServerDefinition(target: ServerTarget): target is ServerDefinition {
  return typeof target === "object" && target !== null && BRAND in target;
}
