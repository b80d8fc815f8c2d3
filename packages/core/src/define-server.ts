import type { ServerControls } from "./context.js";
import type { Constructor } from "./decorated-members.js";
import type { CacheHint, Manifest, ManifestJson, ServerInfo } from "./manifest.js";
import { composeRegistry } from "./registry/compose-registry.js";
import { createRegistry } from "./registry/create-registry.js";
import type { Registry } from "./registry/registry.js";
import type { ErrorReporter } from "./reporting/error-report.js";
import type { Skills } from "./skills/skills.js";
import type { TaskOptions } from "./tasks/task-settings.js";

const BRAND: unique symbol = Symbol.for("plainmcp.ServerDefinition");

/**
 * A class, an instance, several of them, or what {@link defineServer} returned. A plain object holds several of these,
 * each under a prefix for the names of its tools and prompts.
 */
export type ServerTarget = Constructor | object | readonly (Constructor | object)[] | ServerDefinition;

/** Options of {@link defineServer}. */
export interface DefineServerOptions {
  /** The contract, as `plainmcp manifest` writes it. @default what the build registered for each class */
  readonly manifest?: Manifest | ManifestJson;
  /** Replaces single fields of what the manifest says of the server. */
  readonly info?: Partial<ServerInfo>;
  /**
   * Protects what travels through clients and must come back unchanged, such as the state of questions and the cursors
   * of lists. At least 32 characters, the same in every process that serves the same clients. Of several, the first is
   * used, and what the others protected is still taken. @default random, so that it ends with the process
   */
  readonly secret?: string | readonly string[];
  /** Instructions for agents that the server brings along: see `@plainmcp/core/skills`. @default none */
  readonly skills?: Skills;
  /** How tasks are kept: calls that go on after they have been answered. @default on as soon as a tool has the option `task` */
  readonly tasks?: TaskOptions;
  /** Most entries on one page of a list, from 1 up. @default all on one page */
  readonly pageSize?: number;
  /**
   * How long clients may keep the lists and what they learn when they connect; for single resources, `@resource` has the
   * same option. @default not at all
   */
  readonly cache?: CacheHint;
  /** Is told every error that clients see only a reference of. @default writes it to stderr */
  readonly onError?: ErrorReporter;
}

/**
 * Classes and instances that make one server, for any transport to serve. Before clients connect, and while they are
 * connected, primitives can be disabled and enabled.
 */
export interface ServerDefinition extends ServerControls {
  readonly [BRAND]: (options: DefineServerOptions) => void;
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
    target[BRAND](options);
    return target;
  }
  let made: Registry | undefined;
  let said = options;
  // Not at once: the class's manifest may be registered only after the module that calls this has run.
  const registry = (): Registry => (made ??= makeRegistry(target, said));
  return {
    [BRAND]: (more) => {
      const late = Object.keys(more).filter((name) => made !== undefined && !(name in said));
      if (late.length > 0)
        throw new Error(`This server is in use already: say ${late.join(", ")} where it is defined.`);
      said = { ...more, ...said };
    },
    registry,
    enable: (...names) => registry().controls.enable(...names),
    disable: (...names) => registry().controls.disable(...names),
    resourceUpdated: (uri) => registry().controls.resourceUpdated(uri),
  };
}

function makeRegistry(target: ServerTarget, options: DefineServerOptions): Registry {
  if (!isPlainObject(target)) return createRegistry(Array.isArray(target) ? target : [target], options);
  const { manifest } = options;
  const servers = Object.entries(target).map(([prefix, part]) => [
    prefix,
    defineServer(part, manifest && { manifest }),
  ]);
  return composeRegistry(Object.fromEntries(servers), options);
}

function isPlainObject(target: ServerTarget): target is Readonly<Record<string, ServerTarget>> {
  return typeof target === "object" && target !== null && Object.getPrototypeOf(target) === Object.prototype;
}

function isServerDefinition(target: ServerTarget): target is ServerDefinition {
  return typeof target === "object" && target !== null && BRAND in target;
}
