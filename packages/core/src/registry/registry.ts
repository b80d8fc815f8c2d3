import type { Life } from "../lifecycle/life.js";
import type { Catalog } from "../primitives/catalog.js";
import type { ServerSettings } from "./server-settings.js";

/** The primitives and settings of one server, checked and ready to be called. */
export interface Registry {
  readonly catalog: Catalog;
  readonly settings: ServerSettings;
  /** The lives of the instances that have hooks, or that need variables. */
  readonly lives: readonly Life[];
}
