import type { Context, ServerControls } from "../context.js";
import type { Catalog } from "../primitives/catalog.js";
import type { Primitive, Primitives, Tool } from "../primitives/primitive.js";
import { MemoryChangeBus } from "../stores/memory/memory-change-bus.js";
import { createControls } from "./create-controls.js";
import { createWatchedUris } from "./create-watched-uris.js";
import { unknownPrimitive } from "./unknown-primitive.js";

/**
 * Joins the catalogs of several servers: tools and prompts get a prefix, resources stay unchanged. Each server still
 * decides which of its primitives are enabled, and uses its own names for them.
 *
 * @param parts The servers by prefix; their prefixed names and URIs must not collide
 * @param shared Middleware around the calls of all servers, outside each server's own, and what their tools take if they
 *   do not say it
 */
export function joinCatalogs(parts: ReadonlyMap<string, Catalog>, shared: Shared = {}): Catalog {
  const all = [...parts.values()];
  const changes = new MemoryChangeBus();
  const checks: Catalog["checks"] = new Set();
  for (const part of all) part.changes.subscribe((change) => changes.publish(change));
  const adopters = Array.from(parts, ([prefix, part]) => {
    const adopt = createAdopter(prefix, part.controls, shared);
    part.checks.add((added) => [...checks].flatMap((check) => check(adopt(added))));
    return adopt;
  });
  const join = (select: (part: Catalog) => Primitives): (() => Primitives) => {
    let made: { readonly of: readonly Primitives[]; readonly joined: Primitives } | undefined;
    return () => {
      const latest = all.map(select);
      if (made === undefined || latest.some((primitives, index) => primitives !== made?.of[index])) {
        made = { of: latest, joined: concat(adopters.map((adopt, index) => adopt(latest[index] as Primitives))) };
      }
      return made.joined;
    };
  };
  const declared = join((part) => part.declared);
  const enabled = join((part) => part.enabled());
  let controls: ServerControls | undefined;
  const catalog: Catalog = {
    get declared() {
      return declared();
    },
    enabled: () => (all.every((part) => part.enabled() === part.declared) ? declared() : enabled()),
    get controls() {
      controls ??= createControls(catalog, joinToggles(parts));
      return controls;
    },
    ...{ changes, checks },
    isOpen: all.some(({ isOpen }) => isOpen),
    watched: createWatchedUris(all.map(({ watched }) => watched)),
  };
  return catalog;
}

/** What several servers have in common. */
type Shared = Pick<Primitive, "use"> & Pick<Tool, "arguments">;

/** The name of a tool or prompt with its server's prefix. */
export function prefixedName(prefix: string, name: string): string {
  return `${prefix}_${name}`;
}

/** Returns a server's primitives as its clients see them: the same object for the same primitive. */
type Adopter = (primitives: Primitives) => Primitives;

function createAdopter(prefix: string, controls: ServerControls, { use = [], arguments: mode }: Shared): Adopter {
  const known = new WeakMap<Primitive, Primitive>();
  const adopt = <T extends Primitive>(primitive: T, change: Partial<T> = {}): T => {
    const adopted = (known.get(primitive) as T | undefined) ?? {
      ...primitive,
      ...change,
      use: [...use, ...(primitive.use ?? [])],
      call: (args, request) =>
        primitive.call(args, {
          get context() {
            return withControls(request.context, controls);
          },
        }),
    };
    known.set(primitive, adopted);
    return adopted;
  };
  const rename = <T extends Primitive & { readonly definition: { readonly name: string } }>(
    primitives: ReadonlyMap<string, T>,
    change?: (primitive: T) => Partial<T>,
  ): ReadonlyMap<string, T> =>
    new Map(
      Array.from(primitives, ([key, primitive]) => {
        const name = prefixedName(prefix, key);
        const renamed = { definition: { ...primitive.definition, name } } as Partial<T>;
        return [name, adopt(primitive, { ...change?.(primitive), ...renamed })];
      }),
    );
  return ({ tools, prompts, resources, templates }) => ({
    tools: rename(tools, (tool) => ({ arguments: tool.arguments ?? mode })),
    prompts: rename(prompts),
    resources: new Map(Array.from(resources, ([uri, resource]) => [uri, adopt(resource)])),
    templates: templates.map((template) => adopt(template)),
  });
}

/** Replaces the controls, because a class uses its own names for its primitives, wherever it is served. */
function withControls(context: Context, controls: ServerControls): Context {
  return Object.create(context, { server: { value: controls, enumerable: true } });
}

function concat(parts: readonly Primitives[]): Primitives {
  return {
    tools: new Map(parts.flatMap(({ tools }) => [...tools])),
    prompts: new Map(parts.flatMap(({ prompts }) => [...prompts])),
    resources: new Map(parts.flatMap(({ resources }) => [...resources])),
    templates: parts.flatMap(({ templates }) => templates),
  };
}

function joinToggles(parts: ReadonlyMap<string, Catalog>): Pick<ServerControls, "enable" | "disable"> {
  const forEach = (names: readonly string[], change: (controls: ServerControls, name: string) => void): void => {
    const owners = new Map([...parts].flatMap(([prefix, part]) => ownedNames(prefix, part)));
    const owned = names.map((name) => {
      const owner = owners.get(name);
      if (owner === undefined) throw unknownPrimitive(name);
      return owner;
    });
    for (const { controls, name } of owned) change(controls, name);
  };
  return {
    enable: (...names) => forEach(names, (controls, name) => controls.enable(name)),
    disable: (...names) => forEach(names, (controls, name) => controls.disable(name)),
  };
}

interface Owned {
  readonly controls: ServerControls;
  /** The owner's own name for it. */
  readonly name: string;
}

function ownedNames(prefix: string, { declared, controls }: Catalog): [string, Owned][] {
  const { tools, prompts, resources, templates } = declared;
  const named = [...tools.keys(), ...prompts.keys()].map((name): [string, string] => [
    prefixedName(prefix, name),
    name,
  ]);
  const uris = [...resources.keys(), ...templates.map(({ definition }) => definition.uriTemplate)];
  return [...named, ...uris.map((uri): [string, string] => [uri, uri])].map(([key, name]) => [key, { controls, name }]);
}
