/** Numbers for schemas: two have the same if, and only if, they are the same text. A shared part is read only once. */
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

  /** A number in a list is a part; any other value stands for itself. */
  #keyOf(value: unknown): unknown {
    return typeof value === "object" && value !== null ? [this.idOf(value)] : value;
  }
}
