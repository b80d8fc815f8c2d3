import type { ServerControls } from "../context.js";
import type { ChangeBus } from "../stores/change-bus.js";
import type { Primitives } from "./primitive.js";

/** What a server offers. Its primitives can be disabled and enabled, and some catalogs get others while they are served. */
export interface Catalog {
  /** All of them, whether enabled or not. The same object until some are added or removed. */
  readonly declared: Primitives;
  /** The enabled primitives. Returns the same object until they change. */
  enabled(): Primitives;
  readonly controls: ServerControls;
  readonly changes: ChangeBus;
  /** Whether primitives can be added and removed. */
  readonly isOpen: boolean;
  /** Each returns what forbids to add these primitives. */
  readonly checks: Set<(added: Primitives) => readonly string[]>;
  /** The URIs that clients are subscribed to. */
  readonly watched: WatchedUris;
}

/** The URIs that clients of this process are subscribed to. */
export interface WatchedUris {
  /** Adds a URI. Returns a function that removes it again. */
  note(uri: string): () => void;
  /** Those of them that belong to one of the primitives. */
  among(primitives: Primitives): readonly string[];
}
