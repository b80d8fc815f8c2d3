import type { DiagnosticCollector } from "../diagnostics/diagnostic-collector.js";
import type { Schema } from "../json-schema/schema.js";
import { RESULT, type Site } from "./site.js";

/** How many conversions with a diagnostic are repeated, so that each place is reported. */
const MAX_REPEATED = 50;

/**
 * Remembers conversions. A type in a thousand places is converted once and all places share one schema, so that a few
 * types that refer to each other do not become millions of parts.
 */
export class SchemaMemo {
  readonly #diagnostics: DiagnosticCollector;
  readonly #schemas = new Map<string, Schema>();
  readonly #ids = new Map<object, number>();
  #repeated = 0;

  constructor(diagnostics: DiagnosticCollector) {
    this.#diagnostics = diagnostics;
  }

  /** The schema of an equal site from before, or else a new one. */
  recall(site: Site, convert: () => Schema): Schema {
    const key = this.#key(site);
    const known = this.#schemas.get(key);
    if (known) return known;
    const before = this.#diagnostics.size;
    const schema = convert();
    const isSilent = this.#diagnostics.size === before;
    if (!isSilent) this.#repeated += 1;
    if (isSilent || this.#repeated > MAX_REPEATED) this.#schemas.set(key, schema);
    return schema;
  }

  /** Everything that a schema depends on, including the nearby source, which determines the order of literals. */
  #key({ type, written, sources = [], node, whole, path, ...flags }: Site): string {
    const parts = [type, written, node, whole, ...sources].map((part) => (part ? this.#id(part) : 0));
    const { optional, open, serialized, foreign, foreignInside } = flags;
    const marks = [optional, open, serialized, foreign, foreignInside, path === RESULT];
    return [...parts, ...marks.map((mark) => mark === true)].join(" ");
  }

  #id(part: object): number {
    const id = this.#ids.get(part) ?? this.#ids.size + 1;
    this.#ids.set(part, id);
    return id;
  }
}
