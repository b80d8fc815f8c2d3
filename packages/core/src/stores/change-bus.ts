/** Something that clients may want to hear of: a list that is no longer what it was, or a resource. */
export type Change =
  | { readonly kind: "tools_list_changed" | "prompts_list_changed" | "resources_list_changed" }
  | { readonly kind: "resource_updated"; readonly uri: string };

/** Passes changes on to whoever serves clients. */
export interface ChangeBus {
  /** Tells of a change once the current code has run; the same change told again before that counts once. */
  publish(change: Change): void;
  /** Has the listener called with each change until the function that this returns is called. */
  subscribe(listener: (change: Change) => void): () => void;
}
