/** Something that clients may want to hear of: a list that is no longer what it was, or a resource. */
export type Change =
  | { readonly kind: "tools_list_changed" | "prompts_list_changed" | "resources_list_changed" }
  | { readonly kind: "resource_updated"; readonly uri: string };

/** Passes changes on to whoever serves clients. It is the event bus that the SDK asks for. */
export class Changes {
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #pending = new Map<string, Change>();

  /** Tells of a change once the current code has run; the same change told again before that counts once. */
  publish(change: Change): void {
    if (this.#pending.size === 0) queueMicrotask(() => this.#deliver());
    this.#pending.set(JSON.stringify(change), change);
  }

  /** Has the listener called with each change until the function that this returns is called. */
  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #deliver(): void {
    const changes = [...this.#pending.values()];
    this.#pending.clear();
    for (const change of changes) for (const listener of this.#listeners) listener(change);
  }
}
