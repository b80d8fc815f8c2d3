import type { Catalog } from "../primitives/catalog.js";
import type { ServerSettings } from "./server-settings.js";

/** The manifests and instances of one server, checked once against each other and ready to be called. */
export interface Registry {
  readonly catalog: Catalog;
  readonly settings: ServerSettings;
}
