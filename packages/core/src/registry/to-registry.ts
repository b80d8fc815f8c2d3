import type { Offer } from "./create-offer.js";
import type { Primitives, Registry } from "./registry.js";

/** What a registry is beside its primitives. */
export type RegistrySettings = Omit<Registry, keyof Primitives | keyof Offer>;

/** The registry of what is on offer, as it is at any moment. */
export function toRegistry(offer: Offer, settings: RegistrySettings): Registry {
  const { declared, controls, changes } = offer;
  return {
    ...settings,
    declared,
    controls,
    changes,
    get tools() {
      return offer.enabled().tools;
    },
    get resources() {
      return offer.enabled().resources;
    },
    get templates() {
      return offer.enabled().templates;
    },
    get prompts() {
      return offer.enabled().prompts;
    },
  };
}
