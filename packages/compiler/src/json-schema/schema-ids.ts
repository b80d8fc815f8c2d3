/**
 * Numbers for schemas: two schemas have the same number if and only if their JSON is the same. Shared parts are read
 * only once.
 */
export class SchemaIds {
  readonly #known = new WeakMap<object, number>();
  readonly #ids = new Map<string, number>();

  /** The number of a schema, or of any value inside one. */
  idOf(value: object): number {
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const text = JSON.stringify(Object.entries(value).map(([key, part]) => [key, this.#keyOf(part)]));
    const key = Array.isArray(value) ? `[${text}` : text;
    const id = this.#ids.get(key) ?? this.#ids.size;
    this.#ids.set(key, id);
    this.#known.set(value, id);
    return id;
  }

  /** A number in a list stands for a part; any other value stands for itself. */
  #keyOf(value: unknown): unknown {
    return typeof value === "object" && value !== null ? [this.idOf(value)] : value;
  }
}
