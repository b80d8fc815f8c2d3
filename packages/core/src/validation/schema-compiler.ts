import type { JsonSchema } from "../json-schema.js";
import { allOf, type Check, pass, refuse } from "./check.js";
import { refuseEndlessReferences } from "./endless-references.js";
import { isObject } from "./is-object.js";
import { toJsonPointer } from "./json-pointer.js";
import { KEYWORD_ROWS, type KeywordRow, KNOWN_KEYWORDS } from "./keywords/index.js";
import { type Place, PlaceBelow } from "./place.js";
import { resolveReference, type Target } from "./resolve-reference.js";
import { InvalidSchemaError, UnsupportedSchemaError } from "./schema-errors.js";
import type { ResolvedReference, Site } from "./site.js";

/** How to compile. */
export interface SchemaCompilerOptions {
  /**
   * Recognises the run-time values of a schema with an `x-ts`: where one is found, it passes as it is.
   *
   * @param passes Judges the JSON of such a value, where more than its kind matters
   * @default nothing but JSON passes
   */
  readonly isInstance?: (schema: JsonSchema, value: unknown, passes: (json: unknown) => boolean) => boolean;
}

/** Compiles the parts of one schema document, each once. */
export class SchemaCompiler {
  readonly #root: unknown;
  readonly #isInstance: SchemaCompilerOptions["isInstance"];
  readonly #slots = new Map<object, Slot>();
  readonly #inPlace = new Map<object, InPlaceEdge[]>();

  /** For the schema document `root`, whose `$ref`s may lead anywhere within it. */
  constructor(root: unknown, { isInstance }: SchemaCompilerOptions = {}) {
    this.#root = root;
    this.#isInstance = isInstance;
  }

  /** @throws UnsupportedSchemaError, InvalidSchemaError */
  compile(schema: unknown, pointer: string): Check {
    const check = this.compilePart(schema, { pointer });
    refuseEndlessReferences(this.#inPlace);
    return check;
  }

  /** Compiles one schema within another. */
  compilePart(schema: unknown, place: Place): Check {
    if (schema === true) return pass;
    if (schema === false) return refuse;
    if (!isObject(schema)) throw new InvalidSchemaError(place.pointer, "a schema must be an object, true or false");
    const known = this.#slots.get(schema);
    if (known !== undefined) return known.check ?? ((value, run) => (known.check ?? pass)(value, run));
    const slot: Slot = { check: undefined };
    this.#slots.set(schema, slot);
    slot.check = this.#compileObject(schema, place);
    return slot.check;
  }

  /** Compiles a schema that another one asks about the same value. */
  compileInPlace(from: object, schema: unknown, place: Place): Check {
    if (isObject(schema)) {
      const edges = this.#inPlace.get(from);
      if (edges === undefined) this.#inPlace.set(from, [{ schema, place }]);
      else edges.push({ schema, place });
    }
    return this.compilePart(schema, place);
  }

  /** Finds what a `$ref` names. */
  resolve(reference: string, at: string): Target {
    return resolveReference(this.#root, reference, at);
  }

  #compileObject(schema: JsonSchema, place: Place): Check {
    const rows = keywordRows(schema, place);
    const site = new CompiledSite(this, schema, place);
    if (isObject(schema.$defs)) {
      for (const [name, definition] of Object.entries(schema.$defs)) site.child(definition, ["$defs", name]);
    }
    const check = compileRows(rows, site);
    const isInstance = this.#isInstance;
    if (schema["x-ts"] === undefined || isInstance === undefined) return check;
    return (value, run) => isInstance(schema, value, (json) => check(json, run)) || check(value, run);
  }
}

/** A class, since there are thousands of sites: closures of their own would cost each of them memory. */
class CompiledSite implements Site {
  readonly #compiler: SchemaCompiler;
  readonly schema: JsonSchema;
  readonly #place: Place;

  constructor(compiler: SchemaCompiler, schema: JsonSchema, place: Place) {
    this.#compiler = compiler;
    this.schema = schema;
    this.#place = place;
  }

  get pointer(): string {
    return this.#place.pointer;
  }

  child(child: unknown, path: readonly (string | number)[]): Check {
    return this.#compiler.compilePart(child, new PlaceBelow(this.#place, path));
  }

  inPlace(child: unknown, path: readonly (string | number)[]): Check {
    return this.#compiler.compileInPlace(this.schema, child, new PlaceBelow(this.#place, path));
  }

  resolve(reference: string): ResolvedReference {
    const target = this.#compiler.resolve(reference, `${this.pointer}/$ref`);
    return { schema: target.schema, check: this.#compiler.compileInPlace(this.schema, target.schema, target) };
  }
}

interface Slot {
  check: Check | undefined;
}

/** That a schema asks another one about the same value. */
export interface InPlaceEdge {
  readonly schema: object;
  readonly place: Place;
}

/** The rows of a schema's keywords, each once, in the order in which they are asked. */
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
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) return only.compile(site) ?? pass;
  const kinds: Check[] = [];
  const others: Check[] = [];
  for (const { isKind, compile } of rows) {
    const check = compile(site);
    if (check !== undefined) (isKind ? kinds : others).push(check);
  }
  const kind = firstOf(kinds);
  if (others.length === 0) return kind;
  const demands = allOf(others);
  return kinds.length === 0 ? demands : (value, run) => kind(value, run) && demands(value, run);
}

/** One check out of many that stops at the first failure even when there is a report. */
function firstOf(checks: readonly Check[]): Check {
  const [only, second] = checks;
  if (only === undefined) return pass;
  return second === undefined ? only : (value, run) => checks.every((check) => check(value, run));
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
