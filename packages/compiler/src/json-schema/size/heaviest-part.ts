import type { Schema } from "../schema.js";
import { schemaBytes } from "./schema-bytes.js";

/** A part of a schema, and what the schema would lose without it. */
export interface HeavyPart {
  /** Its path, such as `.charge.lines[]`. */
  readonly path: string;
  readonly bytes: number;
}

/**
 * The heaviest part: the deepest one on the path that always has more than half of the weight. A definition counts for
 * the only part that refers to it. If no property has most of the weight, it is the one that leads to the most bytes.
 */
export function heaviestPart(root: Schema): HeavyPart {
  const weigher = new Weigher(root);
  let place: Place = { document: ROOT, schema: root };
  let path = "";
  let bytes = weigher.total;
  const entered = new Set<string>();
  for (;;) {
    const reference = referenceOf(place.schema);
    if (reference !== undefined) {
      const schema = weigher.definition(reference);
      if (!schema || entered.has(reference)) return { path, bytes };
      entered.add(reference);
      place = { document: reference, schema };
      continue;
    }
    const [heaviest] = partsOf(place.schema)
      .map((part) => ({ ...part, bytes: weigher.weigh(place.document, part.schema) }))
      .sort((a, b) => b.bytes - a.bytes);
    if (!heaviest) return { path, bytes };
    if (heaviest.bytes * 2 <= bytes) return path === "" ? weigher.furthest(place.schema) : { path, bytes };
    place = { document: place.document, schema: heaviest.schema };
    path += heaviest.step;
    bytes = heaviest.bytes;
  }
}

/** The root or a definition, and a schema in it. */
interface Place {
  readonly document: string;
  readonly schema: Schema;
}

const ROOT = "";

/** Not the name of any definition. */
const PART = "/";

function referenceOf({ $ref }: Schema): string | undefined {
  return typeof $ref === "string" ? $ref.replace("#/$defs/", "") : undefined;
}

/** The schemas of a value's parts, and of its alternatives. */
function partsOf(schema: Schema): readonly { readonly step: string; readonly schema: Schema }[] {
  const { properties = {}, prefixItems = [], anyOf = [], oneOf = [], allOf = [], items, additionalProperties } = schema;
  const found = [
    ...Object.entries(properties as object).map(([name, part]) => ({ step: `.${name}`, schema: part })),
    ...(prefixItems as unknown[]).map((part, index) => ({ step: `[${index}]`, schema: part })),
    ...[items, additionalProperties].map((part) => ({ step: "[]", schema: part })),
    ...Object.values((schema.patternProperties ?? {}) as object).map((part) => ({ step: "[]", schema: part })),
    ...[anyOf, oneOf, allOf].flatMap((parts) => (parts as unknown[]).map((part) => ({ step: "", schema: part }))),
  ];
  return found.filter((part): part is { step: string; schema: Schema } => {
    return typeof part.schema === "object" && part.schema !== null;
  });
}

class Weigher {
  readonly total: number;
  readonly #definitions: ReadonlyMap<string, Schema>;
  readonly #bytes = new Map<object, number>();
  readonly #documents: ReadonlyMap<string, Document>;

  constructor({ $defs = {}, ...root }: Schema) {
    this.#definitions = new Map(Object.entries($defs as { readonly [name: string]: Schema }));
    const documents = [[ROOT, root] as const, ...this.#definitions];
    this.#documents = new Map(documents.map(([name, schema]) => [name, this.#read(schema)]));
    this.total = this.#reach(this.#documents.get(ROOT) as Document, ROOT);
  }

  definition(name: string): Schema | undefined {
    return this.#definitions.get(name);
  }

  /**
   * The bytes that would go with a part of a document: the part itself, and the definitions that nothing else refers
   * to.
   */
  weigh(document: string, part: Schema): number {
    const whole = this.#documents.get(document) as Document;
    const { bytes, references } = this.#read(part);
    const left = new Map(whole.references);
    for (const [name, times] of references) left.set(name, (left.get(name) ?? 0) - times);
    return this.total - this.#reach({ bytes: whole.bytes - bytes, references: left }, document);
  }

  /** The part that leads to the most bytes, and all that it leads to. */
  furthest(schema: Schema): HeavyPart {
    const parts = partsOf(schema).map((part) => {
      return { path: part.step, bytes: this.#reach(this.#read(part.schema), PART, [PART]) };
    });
    const [first = { path: "", bytes: this.total }] = parts.sort((a, b) => b.bytes - a.bytes);
    return first;
  }

  /** The bytes of everything that the root refers to, with one document replaced. */
  #reach(changed: Document, name: string, open: string[] = [ROOT]): number {
    const seen = new Set<string>();
    let sum = 0;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const document = next === name ? changed : this.#documents.get(next);
      if (!document || seen.has(next)) continue;
      seen.add(next);
      sum += document.bytes;
      for (const [reference, times] of document.references) if (times > 0) open.push(reference);
    }
    return sum;
  }

  #read(schema: Schema): Document {
    const references = new Map<string, number>();
    const visit = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      const reference = referenceOf(value as Schema);
      if (reference !== undefined) references.set(reference, (references.get(reference) ?? 0) + 1);
      Object.values(value).forEach(visit);
    };
    visit(schema);
    return { bytes: schemaBytes(schema, this.#bytes), references };
  }
}

interface Document {
  readonly bytes: number;
  readonly references: ReadonlyMap<string, number>;
}
