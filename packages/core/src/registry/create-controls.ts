import type { ServerControls } from "../context.js";
import type { Catalog } from "../primitives/catalog.js";
import { offersOf } from "../primitives/offers-of.js";

/**
 * Makes the controls of a catalog.
 *
 * @param toggles How its primitives are enabled and disabled
 */
export function createControls(
  catalog: Omit<Catalog, "controls">,
  toggles: Pick<ServerControls, "enable" | "disable">,
): ServerControls {
  return {
    ...toggles,
    resourceUpdated: (uri) => catalog.changes.publish({ kind: "resource_updated", uri }),
    listChanged: (list) => {
      const kind = Object.hasOwn(KINDS, list) ? KINDS[list] : undefined;
      if (kind === undefined)
        throw new TypeError(`listChanged takes "tools", "resources" or "prompts", not ${String(list)}.`);
      if (!offersOf(catalog)[list]) throw new TypeError(`This server has no ${list}, so clients have no list of them.`);
      catalog.changes.publish({ kind });
    },
    watched: () => catalog.watched.among(catalog.enabled()),
  };
}

const KINDS = {
  tools: "tools_list_changed",
  resources: "resources_list_changed",
  prompts: "prompts_list_changed",
} as const satisfies Record<Parameters<ServerControls["listChanged"]>[0], string>;
