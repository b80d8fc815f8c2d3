import type { JsonSchema } from "../manifest/json-schema.js";
import { toJsonPointer } from "../validation/json-pointer.js";
import { isAnnotation } from "../validation/keywords/index.js";
import { resolveReference } from "../validation/resolve-reference.js";
import { SchemaCompiler } from "../validation/schema-compiler.js";
import { isWritable } from "../values/date.js";
import { isObject } from "../values/is-object.js";
import { encodeItems } from "./encode-items.js";
import { encodeMembers } from "./encode-members.js";
import { type Encode, type EncodeRun, encodeNumber, holds, valuePath } from "./encode-run.js";
import { encodeUnion } from "./encode-union.js";
import { encodeAnything } from "./natural-json.js";
import { listedSubschemas, type Subschema, UNIONS } from "./subschemas.js";
import { UnsendableError } from "./unsendable-error.js";
import { valueTypeOfSchema } from "./value-type-of-schema.js";

/** Compiles the schema of a type into the encoder of its values. */
export function compileEncoder(root: JsonSchema): Encode {
  const tests = new SchemaCompiler(root, true);
  const slots = new Map<object, { encode: Encode }>();
  return compile(root, "");

  function compile(schema: unknown, pointer: string): Encode {
    if (!isObject(schema)) return encodeAnything;
    const existing = slots.get(schema);
    if (existing !== undefined) return (value, run) => existing.encode(value, run);
    const slot = { encode: encodeAnything };
    slots.set(schema, slot);
    slot.encode = compileObject(schema, pointer);
    return slot.encode;
  }

  function compileObject(schema: JsonSchema, pointer: string): Encode {
    const compileInner = ({ schema: inner, path }: Subschema): Encode => compile(inner, pointer + toJsonPointer(path));
    if (typeof schema.$ref === "string") {
      const target = resolveReference(root, schema.$ref, `${pointer}/$ref`);
      return withDoubt(compile(target.schema, target.pointer), schema, ["$ref"]);
    }
    const [branches] = UNIONS.map((keyword) => listedSubschemas(schema, keyword)).filter(({ length }) => length > 0);
    if (branches !== undefined) {
      const union = encodeUnion(
        branches.map((branch) => ({
          encode: compileInner(branch),
          check: tests.compile(branch.schema, pointer + toJsonPointer(branch.path)),
          schema: followReferences(branch.schema, root),
        })),
      );
      return withDoubt(union, schema, ["anyOf"]);
    }
    const scalar = plainScalarOf(schema);
    if (scalar !== undefined) return scalar;
    const structure = encodeMembers(schema, pointer, compileInner) ?? encodeItems(schema, compileInner);
    const codec = valueTypeOfSchema(schema, pointer);
    const encode = structure ?? compileWhole(schema, pointer, isScalar(schema) ? encodeScalar : encodeAnything);
    if (codec === undefined) return withToJson(encode);
    const isIterable = schema["x-ts"] === "Iterable";
    return (value, run) => {
      if (!codec.is(value)) return encode(value, run);
      if (value instanceof Date && !isWritable(value)) throw unwritableDate(value, run);
      const convert = () => codec.encode(value, schema);
      return encode(isIterable ? readOnce(value, convert, run) : convert(), run);
    };
  }

  /** The encoder of a value about whose contents the schema says nothing. */
  function compileWhole(schema: JsonSchema, pointer: string, encode: Encode): Encode {
    const demands = Object.keys(schema).filter((keyword) => !isAnnotation(keyword));
    if (demands.length === 0) return encode;
    const check = tests.compile(schema, pointer);
    return (value, run) => {
      const json = encode(value, run);
      if (!holds(check, json, run)) run.isSure = false;
      return json;
    };
  }
}

/** Leaves the keywords that encoding does not check to validation. */
function withDoubt(encode: Encode, schema: JsonSchema, seen: readonly string[]): Encode {
  if (Object.keys(schema).every((keyword) => isAnnotation(keyword) || seen.includes(keyword))) return encode;
  return (value, run) => {
    run.isSure = false;
    return encode(value, run);
  };
}

/** Tests for the most common types. */
const TYPE_TESTS: ReadonlyMap<unknown, (json: unknown) => boolean> = new Map([
  ["string", (json: unknown) => typeof json === "string"],
  ["number", (json: unknown) => typeof json === "number" && Number.isFinite(json)],
  ["boolean", (json: unknown) => typeof json === "boolean"],
  ["null", (json: unknown) => json === null],
]);

function followReferences(schema: unknown, root: JsonSchema): JsonSchema {
  if (!isObject(schema)) return {};
  const { $ref } = schema as JsonSchema;
  return typeof $ref === "string" ? followReferences(resolveReference(root, $ref, "").schema, root) : schema;
}

function unwritableDate(date: Date, { path }: EncodeRun): UnsendableError {
  const what = Number.isNaN(date.getTime()) ? "an invalid Date" : "a Date before the year 0 or after the year 9999";
  return new UnsendableError(`${valuePath(path)} is ${what}`, "Return null, or leave it out.");
}

/** Reads an iterator once for all branches of a union, because a second read would find it empty. */
function readOnce(value: unknown, read: () => unknown, run: EncodeRun): unknown {
  run.read ??= new Map();
  if (!run.read.has(value)) run.read.set(value, read());
  return run.read.get(value);
}

function withToJson(encode: Encode): Encode {
  return (value, run) =>
    typeof value === "object" && value !== null && "toJSON" in value && typeof value.toJSON === "function"
      ? encode(value.toJSON(), run)
      : encode(value, run);
}

/** Encodes a string, number or boolean. An object where the type has none stays, for validation to refuse. */
const encodeScalar: Encode = (value, run) => {
  if (typeof value === "number" && run.trials === 0) return encodeNumber(value, run);
  return typeof value === "function" || typeof value === "symbol" ? undefined : value;
};

/** The encoder of a schema that says nothing but one of the most common types. All of them share it. */
function plainScalarOf(schema: JsonSchema): Encode | undefined {
  const encode = PLAIN_SCALARS.get(schema.type);
  const isPlain = encode !== undefined && Object.keys(schema).every((key) => key === "type" || isAnnotation(key));
  return isPlain ? encode : undefined;
}

const PLAIN_SCALARS: ReadonlyMap<unknown, Encode> = new Map(
  [...TYPE_TESTS].map(([type, isType]) => {
    const encode: Encode = (value, run) => {
      const json = encodeScalar(value, run);
      if (!isType(json)) run.isSure = false;
      return json;
    };
    return [type, withToJson(encode)];
  }),
);

function isScalar({ type, ...rest }: JsonSchema): boolean {
  if ("const" in rest || "enum" in rest) return true;
  return type !== undefined && [type].flat().every((name) => SCALARS.has(name));
}

const SCALARS: ReadonlySet<unknown> = new Set(["string", "number", "integer", "boolean", "null"]);
