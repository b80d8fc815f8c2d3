import type { JsonSchema } from "../manifest/json-schema.js";
import { isObject } from "../values/is-object.js";
import { allOf, type Check, pass, refuse } from "./check.js";
import { refuseEndlessReferences } from "./endless-references.js";
import { toJsonPointer } from "./json-pointer.js";
import { KEYWORD_ROWS, type KeywordRow, KNOWN_KEYWORDS } from "./keywords/index.js";
import { type Path, type Place, PlaceBelow } from "./place.js";
import { resolveReference } from "./resolve-reference.js";
import { InvalidSchemaError, UnsupportedSchemaError } from "./schema-errors.js";
import type { ResolvedReference, Site } from "./site.js";

/** Compiles the parts of one schema document. The target of a `$ref` is compiled once for all references. */
export class SchemaCompiler {
  readonly #root: unknown;
  readonly isOutput: boolean;
  readonly #shared = new Map<object, Slot>();
  readonly #inPlace = new Map<object, InPlaceEdge[]>();

  /**
   * @param root The schema document; its `$ref`s may point anywhere within it
   * @param isOutput Whether the values are the server's own, and not a client's
   */
  constructor(root: unknown, isOutput = false) {
    this.#root = root;
    this.isOutput = isOutput;
  }

  /** @throws UnsupportedSchemaError, InvalidSchemaError */
  compile(schema: unknown, pointer: string): Check {
    const check = this.compilePart(schema, { pointer }, HERE);
    refuseEndlessReferences(this.#inPlace);
    return check;
  }

  /** Compiles the schema at this path below a place. */
  compilePart(schema: unknown, above: Place, path: Path): Check {
    if (schema === true) return pass;
    if (schema === false) return refuse;
    const site = new CompiledSite(this, schema as JsonSchema, above, path);
    if (!isObject(schema)) throw new InvalidSchemaError(site.pointer, "a schema must be an object, true or false");
    const rows = keywordRows(schema, site);
    if (isObject(schema.$defs)) {
      for (const [name, definition] of Object.entries(schema.$defs)) {
        this.#compileShared(definition, new PlaceBelow(site, ["$defs", name]));
      }
    }
    return compileRows(rows, site);
  }

  /** Compiles a schema that another one applies to the same value. */
  compileInPlace(from: object, schema: unknown, above: Place, path: Path): Check {
    if (isObject(schema)) this.#addEdge(from, { schema, place: new PlaceBelow(above, path) });
    return this.compilePart(schema, above, path);
  }

  /** Compiles the target of a `$ref` in a schema. */
  compileReference(from: object, reference: string, at: string): ResolvedReference {
    const target = resolveReference(this.#root, reference, at);
    if (isObject(target.schema)) this.#addEdge(from, { schema: target.schema, place: target });
    return { schema: target.schema, check: this.#compileShared(target.schema, target) };
  }

  #compileShared(schema: unknown, place: Place): Check {
    if (!isObject(schema)) return this.compilePart(schema, place, HERE);
    const known = this.#shared.get(schema);
    if (known !== undefined) return known.check ?? ((value, run) => (known.check ?? pass)(value, run));
    const slot: Slot = { check: undefined };
    this.#shared.set(schema, slot);
    slot.check = this.compilePart(schema, place, HERE);
    return slot.check;
  }

  #addEdge(from: object, edge: InPlaceEdge): void {
    const edges = this.#inPlace.get(from);
    if (edges === undefined) this.#inPlace.set(from, [edge]);
    else edges.push(edge);
  }
}

const HERE: Path = [];

/** A class, because there are thousands of sites and closures would need more memory. */
class CompiledSite extends PlaceBelow implements Site {
  readonly #compiler: SchemaCompiler;
  readonly schema: JsonSchema;

  constructor(compiler: SchemaCompiler, schema: JsonSchema, above: Place, path: Path) {
    super(above, path);
    this.#compiler = compiler;
    this.schema = schema;
  }

  get isOutput(): boolean {
    return this.#compiler.isOutput;
  }

  child(child: unknown, path: Path): Check {
    return this.#compiler.compilePart(child, this, path);
  }

  inPlace(child: unknown, path: Path): Check {
    return this.#compiler.compileInPlace(this.schema, child, this, path);
  }

  resolve(reference: string): ResolvedReference {
    return this.#compiler.compileReference(this.schema, reference, `${this.pointer}/$ref`);
  }
}

interface Slot {
  check: Check | undefined;
}

/** Says that a schema applies another one to the same value. */
export interface InPlaceEdge {
  readonly schema: object;
  readonly place: Place;
}

/** The rows of a schema's keywords, each once, in the order of checking. */
function keywordRows(schema: JsonSchema, place: Place): readonly KeywordRow[] {
  const rows: KeywordRow[] = [];
  let last = -1;
  let isSorted = true;
  for (const keyword of Object.keys(schema)) {
    const row = KEYWORD_ROWS.get(keyword);
    if (row === undefined) {
      refuseUnknownKeyword(keyword, schema, place);
    } else if (!rows.includes(row)) {
      rows.push(row);
      isSorted &&= last < row.rank;
      last = row.rank;
    }
  }
  return isSorted ? rows : rows.sort((one, other) => one.rank - other.rank);
}

function compileRows(rows: readonly KeywordRow[], site: Site): Check {
  let kind: Check | undefined;
  let demands: Check | undefined;
  // Most schemas have one check, and a list would need more memory than the check itself.
  let several: Check[] | undefined;
  for (const row of rows) {
    const check = row.compile(site);
    if (check === undefined) continue;
    if (row.isKind) kind = kind === undefined ? check : both(kind, check);
    else if (demands === undefined) demands = check;
    else if (several === undefined) several = [demands, check];
    else several.push(check);
  }
  if (several !== undefined) demands = allOf(several);
  if (kind === undefined) return demands ?? pass;
  return demands === undefined ? kind : both(kind, demands);
}

/** Runs the second check only if the first passes, even with a report. */
function both(first: Check, second: Check): Check {
  return (value, run) => first(value, run) && second(value, run);
}

function refuseUnknownKeyword(keyword: string, schema: JsonSchema, place: Place): void {
  if (KNOWN_KEYWORDS.has(keyword) || keyword.startsWith("x-")) return;
  const at = place.pointer + toJsonPointer([keyword]);
  if (keyword === "$schema") {
    if (!DIALECT.test(String(schema.$schema))) throw new UnsupportedSchemaError(at, "it is not JSON Schema 2020-12");
  } else if (keyword === "$defs") {
    if (!isObject(schema.$defs)) throw new InvalidSchemaError(at, '"$defs" must be an object');
  } else {
    throw new UnsupportedSchemaError(at);
  }
}

const DIALECT = /^https?:\/\/json-schema\.org\/draft\/2020-12\/schema#?$/;
