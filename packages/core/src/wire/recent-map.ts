/**
 * A map whose newest entry is outside of the hash table. Most requests are answered before the next one comes, and their
 * entries cost nothing then.
 */
export class RecentMap<K, V> {
  readonly #rest = new Map<K, V>();
  #newest: { readonly key: K; readonly value: V } | undefined;

  get size(): number {
    return this.#rest.size + (this.#newest === undefined ? 0 : 1);
  }

  get(key: K): V | undefined {
    return this.#newest !== undefined && this.#newest.key === key ? this.#newest.value : this.#rest.get(key);
  }

  /** Adds an entry under a new key. */
  add(key: K, value: V): void {
    if (this.#newest !== undefined) this.#rest.set(this.#newest.key, this.#newest.value);
    this.#newest = { key, value };
  }

  /** Removes an entry. Returns whether there was one. */
  delete(key: K): boolean {
    if (this.#newest === undefined || this.#newest.key !== key) return this.#rest.delete(key);
    this.#newest = undefined;
    return true;
  }

  /** The values, oldest first. */
  values(): readonly V[] {
    return this.#newest === undefined ? [...this.#rest.values()] : [...this.#rest.values(), this.#newest.value];
  }
}
