import type { JsonSchema } from "../json-schema.js";
import { allOf, type Check, pass, refuse } from "./check.js";
import { refuseEndlessReferences } from "./endless-references.js";
import { isObject } from "./is-object.js";
import { toJsonPointer } from "./json-pointer.js";
import { KEYWORDS, type KeywordTable, KIND_KEYWORDS, KNOWN_KEYWORDS } from "./keywords/index.js";
import { resolveReference } from "./resolve-reference.js";
import { InvalidSchemaError, UnsupportedSchemaError } from "./schema-errors.js";
import type { Site } from "./site.js";

/** Compiles the parts of one schema document, each once. */
export interface SchemaCompiler {
  /** @throws UnsupportedSchemaError, InvalidSchemaError */
  compile(schema: unknown, pointer: string): Check;
}

/** How to compile. */
export interface SchemaCompilerOptions {
  /**
   * Recognises the run-time values of an `x-ts` name: where one is found, it passes as it is.
   *
   * @default nothing but JSON passes
   */
  readonly isInstance?: (name: string, value: unknown) => boolean;
}

/** A compiler for the schema document `root`, whose `$ref`s may lead anywhere within it. */
export function createSchemaCompiler(root: unknown, options: SchemaCompilerOptions = {}): SchemaCompiler {
  const slots = new Map<object, Slot>();
  const inPlace = new Map<object, InPlaceEdge[]>();
  return {
    compile(schema, pointer) {
      const check = compile(schema, pointer);
      refuseEndlessReferences(inPlace);
      return check;
    },
  };

  function compile(schema: unknown, pointer: string): Check {
    if (schema === true) return pass;
    if (schema === false) return refuse;
    if (!isObject(schema)) throw new InvalidSchemaError(pointer, "a schema must be an object, true or false");
    const known = slots.get(schema);
    if (known !== undefined) return known.check ?? ((value, run) => (known.check ?? pass)(value, run));
    const slot: Slot = { check: undefined };
    slots.set(schema, slot);
    slot.check = compileObject(schema, pointer);
    return slot.check;
  }

  function compileObject(schema: JsonSchema, pointer: string): Check {
    refuseUnknownKeywords(schema, pointer);
    const site = createSite(schema, pointer);
    for (const [name, definition] of Object.entries(schema.$defs ?? {})) site.child(definition, ["$defs", name]);
    const kind = compileKeywords(KIND_KEYWORDS, site);
    const demands = allOf(compileKeywords(KEYWORDS, site));
    const check: Check =
      kind.length === 0 ? demands : (value, run) => kind.every((test) => test(value, run)) && demands(value, run);
    const name = schema["x-ts"];
    const { isInstance } = options;
    if (name === undefined || isInstance === undefined) return check;
    return (value, run) => isInstance(name, value) || check(value, run);
  }

  function createSite(schema: JsonSchema, pointer: string): Site {
    return {
      schema,
      pointer,
      child: (child, path) => compile(child, pointer + toJsonPointer(path)),
      inPlace: (child, path) => compileInPlace(schema, child, pointer + toJsonPointer(path)),
      resolve(reference) {
        const target = resolveReference(root, reference, `${pointer}/$ref`);
        return { schema: target.schema, check: compileInPlace(schema, target.schema, target.pointer) };
      },
    };
  }

  function compileInPlace(from: object, schema: unknown, pointer: string): Check {
    if (isObject(schema)) {
      const edges = inPlace.get(from);
      if (edges === undefined) inPlace.set(from, [{ schema, pointer }]);
      else edges.push({ schema, pointer });
    }
    return compile(schema, pointer);
  }
}

interface Slot {
  check: Check | undefined;
}

/** That a schema asks another one about the same value. */
export interface InPlaceEdge {
  readonly schema: object;
  readonly pointer: string;
}

function compileKeywords(table: KeywordTable, site: Site): Check[] {
  return table.flatMap(([names, compile]) => {
    if (!names.some((name) => Object.hasOwn(site.schema, name))) return [];
    return compile(site) ?? [];
  });
}

function refuseUnknownKeywords(schema: JsonSchema, pointer: string): void {
  for (const keyword of Object.keys(schema)) {
    const at = pointer + toJsonPointer([keyword]);
    if (keyword === "$schema") {
      if (!DIALECT.test(String(schema.$schema))) throw new UnsupportedSchemaError(at, "it is not JSON Schema 2020-12");
    } else if (keyword === "$defs") {
      if (!isObject(schema.$defs)) throw new InvalidSchemaError(at, '"$defs" must be an object');
    } else if (!KNOWN_KEYWORDS.has(keyword) && !keyword.startsWith("x-")) {
      throw new UnsupportedSchemaError(at);
    }
  }
}

const DIALECT = /^https?:\/\/json-schema\.org\/draft\/2020-12\/schema#?$/;
