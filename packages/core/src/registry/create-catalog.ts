import type { ServerControls } from "../context.js";
import type { Catalog, WatchedUris } from "../primitives/catalog.js";
import type { Primitives } from "../primitives/primitive.js";
import { MemoryChangeBus } from "../stores/memory/memory-change-bus.js";
import { type CatalogState, replacePrimitives, togglePrimitives } from "./change-primitives.js";
import { createControls } from "./create-controls.js";
import { createWatchedUris } from "./create-watched-uris.js";

/** A catalog with primitives of its own. */
export interface OwnCatalog extends Catalog {
  /** Declares these primitives instead, and notifies clients of the lists that differ. Those that stay keep their state. */
  replace(declared: Primitives): void;
}

/**
 * Makes a catalog in which all primitives are enabled.
 *
 * @param isOpen Whether they will be replaced
 */
export function createCatalog(declared: Primitives, isOpen = false): OwnCatalog {
  const changes = new MemoryChangeBus();
  const state: CatalogState = { declared, enabled: declared, disabled: new WeakSet(), changes };
  let controls: ServerControls | undefined;
  let watched: WatchedUris | undefined;
  const catalog: OwnCatalog = {
    get declared() {
      return state.declared;
    },
    enabled: () => state.enabled,
    get controls() {
      controls ??= createControls(catalog, {
        enable: (...names) => togglePrimitives(state, names, true),
        disable: (...names) => togglePrimitives(state, names, false),
      });
      return controls;
    },
    get watched() {
      watched ??= createWatchedUris();
      return watched;
    },
    ...{ changes, isOpen, checks: new Set() },
    replace: (next) => replacePrimitives(state, next),
  };
  return catalog;
}
