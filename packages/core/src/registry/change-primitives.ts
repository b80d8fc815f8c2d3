import type { Primitives } from "../primitives/primitive.js";
import type { Change, ChangeBus } from "../stores/change-bus.js";
import { unknownPrimitive } from "./unknown-primitive.js";

/** The primitives of a catalog. */
export interface CatalogState {
  declared: Primitives;
  /** Those of them that are not disabled. */
  enabled: Primitives;
  readonly disabled: WeakSet<object>;
  readonly changes: ChangeBus;
}

/**
 * Enables or disables primitives, and notifies clients.
 *
 * @throws TypeError when no primitive has one of the names
 */
export function togglePrimitives(state: CatalogState, names: readonly string[], isEnabled: boolean): void {
  const { declared, disabled, changes } = state;
  const found = names.flatMap((name) => findNamed(declared, name));
  const changed = found.filter(({ primitive }) => {
    if (disabled.has(primitive) !== isEnabled) return false;
    if (isEnabled) disabled.delete(primitive);
    else disabled.add(primitive);
    return true;
  });
  if (changed.length === 0) return;
  state.enabled = without(declared, disabled);
  for (const { kind } of changed) changes.publish({ kind });
}

/** Declares other primitives, and notifies clients of the lists that differ. */
export function replacePrimitives(state: CatalogState, next: Primitives): void {
  const { declared: last, disabled, changes } = state;
  state.declared = next;
  state.enabled = without(next, disabled);
  if (next.tools !== last.tools) changes.publish({ kind: "tools_list_changed" });
  if (next.prompts !== last.prompts) changes.publish({ kind: "prompts_list_changed" });
  if (next.resources !== last.resources || next.templates !== last.templates) {
    changes.publish({ kind: "resources_list_changed" });
  }
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

function without(declared: Primitives, disabled: WeakSet<object>): Primitives {
  const pick = <T extends object>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...map].filter(([, primitive]) => !disabled.has(primitive)));
  return {
    tools: pick(declared.tools),
    resources: pick(declared.resources),
    templates: declared.templates.filter((template) => !disabled.has(template)),
    prompts: pick(declared.prompts),
  };
}
