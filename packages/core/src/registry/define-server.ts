import type { ServerControls } from "../context.js";
import type { Constructor } from "../manifest/constructor.js";
import type { DefineServerOptions } from "./define-server-options.js";
import { isDynamic } from "./dynamic/dynamic-primitives.js";
import { registerClasses } from "./register-classes.js";
import { registerServers } from "./register-servers.js";
import type { Registry } from "./registry.js";

const BRAND: unique symbol = Symbol.for("plainmcp.ServerDefinition");

/**
 * A class, an instance, what `dynamic` returns, an array of these, or a {@link ServerDefinition}. A plain object holds
 * several of these, each under a prefix for the names of its tools and prompts.
 */
export type ServerTarget = Constructor | object | readonly (Constructor | object)[] | ServerDefinition;

/**
 * One server that any transport can serve. Its primitives can be disabled and enabled at any time, also while clients
 * are connected.
 *
 * @example
 * ```ts
 * const server = defineServer(Notes);
 * server.disable("delete");
 * await serveStdio(server);
 * ```
 */
export interface ServerDefinition extends ServerControls {
  /** For internal use by plainmcp's packages. */
  readonly [BRAND]: unknown;
}

/** The internals of a definition. */
interface Internals {
  /** Returns the checked registry, which is made at the first call. */
  registry(): Registry;
  /** Adds options that the definition does not set itself. */
  extend(options: DefineServerOptions): void;
}

/**
 * Makes one server from one or more classes. Transports also take a class directly; use this to pass several classes,
 * instances, a manifest from a file, or options.
 *
 * In a plain object, each key is a prefix: the tools and prompts of `{ notes: Notes }` are called `notes_create` and so
 * on, while resources keep their URIs. A value may itself be a definition. It still uses its own names for its
 * primitives, for example in `disable`. Of its options, only `manifest`, `info.instructions`, `use` and `arguments` are
 * used.
 *
 * If `target` is a definition, this returns the same definition, with those options added that it does not set itself.
 *
 * @throws Error when the target is a definition that is already served, and there are options to add
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
  let ownOptions = options;
  // Made later, because a class's manifest may be registered only after the module that calls this has run.
  const registry = (): Registry => (made ??= makeRegistry(target, ownOptions));
  return {
    [BRAND]: {
      registry,
      extend: (more) => {
        const late = Object.keys(more).filter((name) => made !== undefined && !(name in ownOptions));
        if (late.length > 0) {
          throw new Error(`This server is already in use: pass ${late.join(", ")} where you define it.`);
        }
        ownOptions = { ...more, ...ownOptions };
      },
    } satisfies Internals,
    enable: (...names) => registry().catalog.controls.enable(...names),
    disable: (...names) => registry().catalog.controls.disable(...names),
    resourceUpdated: (uri) => registry().catalog.controls.resourceUpdated(uri),
    listChanged: (list) => registry().catalog.controls.listChanged(list),
    watched: () => registry().catalog.controls.watched(),
  };
}

/**
 * Returns the checked registry of a definition, which is made at the first call.
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
  if (isDynamic(target) || !isPlainObject(target))
    return registerClasses(Array.isArray(target) ? target : [target], options);
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
