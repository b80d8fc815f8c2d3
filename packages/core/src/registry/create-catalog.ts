import type { ServerControls } from "../context.js";
import type { Catalog } from "../primitives/catalog.js";
import type { Primitives } from "../primitives/primitive.js";
import type { Change } from "../stores/change-bus.js";
import { MemoryChangeBus } from "../stores/memory/memory-change-bus.js";
import { unknownPrimitive } from "./unknown-primitive.js";

/** Makes a catalog in which all primitives are enabled. */
export function createCatalog(declared: Primitives): Catalog {
  const changes = new MemoryChangeBus();
  const disabled = new Set<object>();
  let enabled = declared;

  const toggle = (names: readonly string[], change: (primitive: object) => boolean): void => {
    const found = names.flatMap((name) => findNamed(declared, name));
    const kinds = new Set(found.filter(({ primitive }) => change(primitive)).map(({ kind }) => kind));
    if (kinds.size === 0) return;
    enabled = without(declared, disabled);
    for (const kind of kinds) changes.publish({ kind });
  };

  const controls: ServerControls = {
    enable: (...names) => toggle(names, (primitive) => disabled.delete(primitive)),
    disable: (...names) => toggle(names, (primitive) => !disabled.has(primitive) && Boolean(disabled.add(primitive))),
    resourceUpdated: (uri) => changes.publish({ kind: "resource_updated", uri }),
  };
  return { declared, enabled: () => enabled, controls, changes };
}

interface Named {
  readonly primitive: object;
  readonly kind: Exclude<Change["kind"], "resource_updated">;
}

function findNamed({ tools, resources, templates, prompts }: Primitives, name: string): Named[] {
  const found: readonly (Named | undefined)[] = [
    named(tools.get(name), "tools_list_changed"),
    named(prompts.get(name), "prompts_list_changed"),
    named(resources.get(name), "resources_list_changed"),
    named(
      templates.find(({ definition }) => definition.uriTemplate === name),
      "resources_list_changed",
    ),
  ];
  const here = found.filter((entry) => entry !== undefined);
  if (here.length > 0) return here;
  throw unknownPrimitive(name);
}

function named(primitive: object | undefined, kind: Named["kind"]): Named | undefined {
  return primitive && { primitive, kind };
}

function without(declared: Primitives, disabled: ReadonlySet<object>): Primitives {
  const pick = <T extends object>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...map].filter(([, primitive]) => !disabled.has(primitive)));
  return {
    tools: pick(declared.tools),
    resources: pick(declared.resources),
    templates: declared.templates.filter((template) => !disabled.has(template)),
    prompts: pick(declared.prompts),
  };
}
