/** A change that clients may be notified of: of a list, or of a resource. */
export type Change =
  | { readonly kind: "tools_list_changed" | "prompts_list_changed" | "resources_list_changed" }
  | { readonly kind: "resource_updated"; readonly uri: string };

/** Distributes changes to everything that serves clients. */
export interface ChangeBus {
  /** Publishes a change after the current code has run. Until then, repeated changes are merged into one. */
  publish(change: Change): void;
  /** Calls the listener for each change. Returns a function that removes it. */
  subscribe(listener: (change: Change) => void): () => void;
}
