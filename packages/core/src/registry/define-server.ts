import type { ServerControls } from "../context.js";
import type { Constructor } from "../manifest/constructor.js";
import type { DefineServerOptions } from "./define-server-options.js";
import { registerClasses } from "./register-classes.js";
import { registerServers } from "./register-servers.js";
import type { Registry } from "./registry.js";

const BRAND: unique symbol = Symbol.for("plainmcp.ServerDefinition");

/**
 * A class, an instance, several of them, or what {@link defineServer} returned. A plain object holds several of these,
 * each under a prefix for the names of its tools and prompts.
 */
export type ServerTarget = Constructor | object | readonly (Constructor | object)[] | ServerDefinition;

/**
 * Classes and instances that make one server, for any transport to serve. Before clients connect, and while they are
 * connected, primitives can be disabled and enabled.
 */
export interface ServerDefinition extends ServerControls {
  /** For the packages of plainmcp. */
  readonly [BRAND]: unknown;
}

/** What is behind a definition. */
interface Internals {
  /** The checked registry, made at the first call. */
  registry(): Registry;
  /** Adds options that the definition does not say itself. */
  extend(options: DefineServerOptions): void;
}

/**
 * Makes one server of one or more classes. Transports take a class directly; this is for passing instances, a manifest
 * from a file, or options.
 *
 * In a plain object, each key is a prefix: tools and prompts of `{ notes: Notes }` are called `notes_create` and so on,
 * resources keep their URIs. What is passed there may be a definition of its own, which goes on to know its primitives
 * by their own names; of its options, only `manifest` and `info.instructions` count.
 *
 * A definition stays the one it is, and takes the options that it did not say itself.
 *
 * @throws Error for options of a definition that is served already
 * @example
 * ```ts
 * const server = defineServer(new Weather(apiKey));
 * await serveStdio(server);
 * ```
 */
export function defineServer(target: ServerTarget, options: DefineServerOptions = {}): ServerDefinition {
  if (isServerDefinition(target)) {
    internalsOf(target).extend(options);
    return target;
  }
  let made: Registry | undefined;
  let said = options;
  // Not at once: the class's manifest may be registered only after the module that calls this has run.
  const registry = (): Registry => (made ??= makeRegistry(target, said));
  return {
    [BRAND]: {
      registry,
      extend: (more) => {
        const late = Object.keys(more).filter((name) => made !== undefined && !(name in said));
        if (late.length > 0) {
          throw new Error(`This server is already in use: pass ${late.join(", ")} where you define it.`);
        }
        said = { ...more, ...said };
      },
    } satisfies Internals,
    enable: (...names) => registry().catalog.controls.enable(...names),
    disable: (...names) => registry().catalog.controls.disable(...names),
    resourceUpdated: (uri) => registry().catalog.controls.resourceUpdated(uri),
  };
}

/**
 * The checked registry of a definition, made at the first call.
 *
 * @throws RegistrationError that lists everything wrong with the classes and manifests
 */
export function registryOf(definition: ServerDefinition): Registry {
  return internalsOf(definition).registry();
}

function internalsOf(definition: ServerDefinition): Internals {
  return definition[BRAND] as Internals;
}

function makeRegistry(target: ServerTarget, options: DefineServerOptions): Registry {
  if (!isPlainObject(target)) return registerClasses(Array.isArray(target) ? target : [target], options);
  const { manifest } = options;
  const servers = Object.entries(target).map(([prefix, part]) => {
    const definition = defineServer(part, manifest && { manifest });
    return [prefix, () => registryOf(definition)];
  });
  return registerServers(Object.fromEntries(servers), options);
}

function isPlainObject(target: ServerTarget): target is Readonly<Record<string, ServerTarget>> {
  return typeof target === "object" && target !== null && Object.getPrototypeOf(target) === Object.prototype;
}

function isServerDefinition(target: ServerTarget): target is ServerDefinition {
  return typeof target === "object" && target !== null && BRAND in target;
}
