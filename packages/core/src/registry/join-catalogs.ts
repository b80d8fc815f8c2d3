import type { Context, ServerControls } from "../context.js";
import type { Catalog } from "../primitives/catalog.js";
import type { Primitive, Primitives, Tool } from "../primitives/primitive.js";
import { MemoryChangeBus } from "../stores/memory/memory-change-bus.js";
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
  const changes = new MemoryChangeBus();
  for (const part of parts.values()) part.changes.subscribe((change) => changes.publish(change));
  /**
   * The original of each primitive in its own server. One original may have several copies, under different prefixes.
   */
  const origins = new Map<Primitive, Primitive>();
  const declared = join(Array.from(parts, ([prefix, part]) => prefixed(part, prefix, shared, origins)));

  let enabled = declared;
  let made = Array.from(parts.values(), (part) => part.declared);
  return {
    declared,
    enabled() {
      const latest = Array.from(parts.values(), (part) => part.enabled());
      if (latest.some((primitives, index) => primitives !== made[index])) {
        made = latest;
        const offered = new Set(latest.flatMap(listAll));
        enabled = only(declared, (primitive) => offered.has(origins.get(primitive) as Primitive));
      }
      return enabled;
    },
    controls: joinControls(parts, changes),
    changes,
  };
}

/** What several servers have in common. */
type Shared = Pick<Primitive, "use"> & Pick<Tool, "arguments">;

/** The name of a tool or prompt with its server's prefix. */
export function prefixedName(prefix: string, name: string): string {
  return `${prefix}_${name}`;
}

function prefixed(
  { declared, controls }: Catalog,
  prefix: string,
  { use = [], arguments: mode }: Shared,
  origins: Map<Primitive, Primitive>,
): Primitives {
  const adopt = <T extends Primitive>(primitive: T, change: Partial<T> = {}): T => {
    const adopted: T = {
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
    origins.set(adopted, primitive);
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
  return {
    tools: rename(declared.tools, (tool) => ({ arguments: tool.arguments ?? mode })),
    prompts: rename(declared.prompts),
    resources: new Map(Array.from(declared.resources, ([uri, resource]) => [uri, adopt(resource)])),
    templates: declared.templates.map((template) => adopt(template)),
  };
}

function listAll({ tools, prompts, resources, templates }: Primitives): readonly Primitive[] {
  return [...tools.values(), ...prompts.values(), ...resources.values(), ...templates];
}

function only(declared: Primitives, isChosen: (primitive: Primitive) => boolean): Primitives {
  const pick = <T extends Primitive>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...map].filter(([, primitive]) => isChosen(primitive)));
  return {
    tools: pick(declared.tools),
    prompts: pick(declared.prompts),
    resources: pick(declared.resources),
    templates: declared.templates.filter(isChosen),
  };
}

/** Replaces the controls, because a class uses its own names for its primitives, wherever it is served. */
function withControls(context: Context, controls: ServerControls): Context {
  return Object.create(context, { server: { value: controls, enumerable: true } });
}

function join(parts: readonly Primitives[]): Primitives {
  return {
    tools: new Map(parts.flatMap(({ tools }) => [...tools])),
    prompts: new Map(parts.flatMap(({ prompts }) => [...prompts])),
    resources: new Map(parts.flatMap(({ resources }) => [...resources])),
    templates: parts.flatMap(({ templates }) => templates),
  };
}

function joinControls(parts: ReadonlyMap<string, Catalog>, changes: MemoryChangeBus): ServerControls {
  const owners = new Map([...parts].flatMap(([prefix, part]) => ownedNames(prefix, part)));
  const forEach = (names: readonly string[], change: (controls: ServerControls, name: string) => void): void => {
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
    resourceUpdated: (uri) => changes.publish({ kind: "resource_updated", uri }),
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
