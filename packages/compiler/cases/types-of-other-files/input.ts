import { tool } from "@plainmcp/core";
import { type Address, type Kind as AddressKind, DEFAULTS } from "./types.js";
import type * as types from "./types.js";

export class Contacts {
  /** Types of a module, however they are imported. */
  @tool
  add(address: Address, kind: AddressKind, geo: types.Geo, inline: import("./types.js").Geo | null = null, zoom = DEFAULTS.zoom): typeof DEFAULTS {
    return DEFAULTS;
  }
}
