import { Changes } from "../changes/changes.js";
import type { Context, ServerControls } from "../context.js";
import type { BoundMethod } from "./bind-method.js";
import type { Offer } from "./create-offer.js";
import type { Primitives } from "./registry.js";
import { unknownPrimitive } from "./unknown-primitive.js";

/**
 * Offers what several servers offer: tools and prompts under names that begin with a prefix, resources as they are. What
 * is enabled is decided by each server; it is told of its own primitives by their own names.
 *
 * @param parts The servers by prefix, no two with the same name or URI
 */
export function composeOffers(parts: ReadonlyMap<string, Offer>): Offer {
  const changes = new Changes();
  for (const part of parts.values()) part.changes.subscribe((change) => changes.publish(change));
  const compose = (primitives: (part: Offer) => Primitives): Primitives =>
    join([...parts].map(([prefix, part]) => prefixed(primitives(part), prefix, part.controls)));

  let enabled: Primitives | undefined;
  let made: readonly Primitives[] = [];
  return {
    declared: compose(({ declared }) => declared),
    enabled() {
      const latest = Array.from(parts.values(), (part) => part.enabled());
      if (enabled === undefined || latest.some((primitives, index) => primitives !== made[index])) {
        made = latest;
        enabled = compose((part) => part.enabled());
      }
      return enabled;
    },
    controls: composeControls(parts, changes),
    changes,
  };
}

/** The name of a tool or prompt among those of several servers. */
export function prefixedName(prefix: string, name: string): string {
  return `${prefix}_${name}`;
}

interface Named {
  readonly definition: { readonly name: string };
  readonly call: BoundMethod;
}

function prefixed(
  { tools, prompts, resources, templates }: Primitives,
  prefix: string,
  controls: ServerControls,
): Primitives {
  const own = <T extends { readonly call: BoundMethod }>(primitive: T): T => ({
    ...primitive,
    call: (args, context) => primitive.call(args, withControls(context, controls)),
  });
  const renamed = <T extends Named>(primitives: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map(
      Array.from(primitives, ([key, primitive]) => {
        const name = prefixedName(prefix, key);
        return [name, { ...own(primitive), definition: { ...primitive.definition, name } }];
      }),
    );
  return {
    tools: renamed(tools),
    prompts: renamed(prompts),
    resources: new Map(Array.from(resources, ([uri, resource]) => [uri, own(resource)])),
    templates: templates.map(own),
  };
}

/** A class knows its primitives by their own names, wherever it is served. */
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

function composeControls(parts: ReadonlyMap<string, Offer>, changes: Changes): ServerControls {
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
  /** The name that the owner knows it by. */
  readonly name: string;
}

function ownedNames(prefix: string, { declared, controls }: Offer): [string, Owned][] {
  const { tools, prompts, resources, templates } = declared;
  const named = [...tools.keys(), ...prompts.keys()].map((name): [string, string] => [
    prefixedName(prefix, name),
    name,
  ]);
  const uris = [...resources.keys(), ...templates.map(({ definition }) => definition.uriTemplate)];
  return [...named, ...uris.map((uri): [string, string] => [uri, uri])].map(([key, name]) => [key, { controls, name }]);
}
