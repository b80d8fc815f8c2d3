import { Watches } from "../subscriptions/watches.js";
import type { Offer } from "./create-offer.js";
import type { Registry } from "./registry.js";
import type { RegistrySettings } from "./registry-settings.js";

/** The registry of what is on offer, as it is at any moment. */
export function toRegistry(offer: Offer, settings: RegistrySettings): Registry {
  const registry: Registry = {
    ...settings,
    ...offer,
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
    watch: (uris) => watches.watch(uris),
  };
  const watches = new Watches(registry);
  return registry;
}
