import type { Change, ChangeBus } from "../change-bus.js";

/** Distributes changes within this process. */
export class MemoryChangeBus implements ChangeBus {
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #pending = new Map<string, Change>();

  publish(change: Change): void {
    if (this.#pending.size === 0) queueMicrotask(() => this.#deliver());
    this.#pending.set(JSON.stringify(change), change);
  }

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
