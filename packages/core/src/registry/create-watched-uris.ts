import { findResource } from "../dispatch/find-resource.js";
import type { WatchedUris } from "../primitives/catalog.js";

/**
 * Makes an empty set of watched URIs, in which a URI stays until it has been removed as often as it was added.
 *
 * @param parts Sets to which every URI of this one is added, too
 */
export function createWatchedUris(parts: readonly WatchedUris[] = []): WatchedUris {
  const counts = new Map<string, number>();
  const add = (uri: string, change: 1 | -1): void => {
    const count = (counts.get(uri) ?? 0) + change;
    if (count > 0) counts.set(uri, count);
    else counts.delete(uri);
  };
  return {
    note: (uri) => {
      add(uri, 1);
      const removals = [() => add(uri, -1), ...parts.map((part) => part.note(uri))];
      return () => {
        for (const remove of removals.splice(0)) remove();
      };
    },
    // A client may subscribe to a URI before there is a resource.
    among: (primitives) => [...counts.keys()].filter((uri) => findResource(primitives, uri) !== undefined),
  };
}
