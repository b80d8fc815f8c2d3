import type { JsonSchema } from "../json-schema.js";
import { createRun, passes } from "../validation/check.js";
import { isObject } from "../validation/is-object.js";
import { toJsonPointer } from "../validation/json-pointer.js";
import { resolveReference } from "../validation/resolve-reference.js";
import { SchemaCompiler } from "../validation/schema-compiler.js";
import { UnsupportedSchemaError } from "../validation/schema-errors.js";
import type { Codec } from "./codec.js";
import { CODECS } from "./codecs.js";
import { mentions, needsTransform } from "./needs-transform.js";
import { listedSubschemas, type Subschema, UNIONS } from "./subschemas.js";
import { chain, type Transform } from "./transform.js";
import { transformItems } from "./transform-items.js";
import { transformMembers } from "./transform-members.js";

/** Which way to convert. */
export type Direction = "decode" | "encode";

/** Compiles a schema into the transform of its values; `undefined` when they need none. Only decoding fills in defaults. */
export function compileTransform(root: JsonSchema, direction: Direction): ((value: unknown) => unknown) | undefined {
  if (!mentions(root, direction === "decode" ? ["x-ts", "default"] : ["x-ts"])) return undefined;
  const tests = new SchemaCompiler(root, direction === "encode" ? { isInstance } : {});
  const fillDefaults = direction === "decode";
  const slots = new Map<object, { transform: Transform }>();
  const transform = compile(root, "");
  return transform && ((value) => transform(value, createRun()));

  function compile(schema: unknown, pointer: string): Transform | undefined {
    if (!isObject(schema) || !needsTransform(root, { schema, pointer }, fillDefaults)) return undefined;
    const existing = slots.get(schema);
    if (existing !== undefined) return (value, run) => existing.transform(value, run);
    const slot = { transform: unfinished };
    slots.set(schema, slot);
    slot.transform = compileObject(schema, pointer);
    return slot.transform;
  }

  function compileObject(schema: JsonSchema, pointer: string): Transform {
    const compileInner = (inner: Subschema): Transform | undefined =>
      compile(inner.schema, pointer + toJsonPointer(inner.path));
    const steps = [
      transformMembers(schema, pointer, compileInner, fillDefaults),
      transformItems(schema, compileInner),
      typeof schema.$ref === "string" ? follow(schema.$ref, pointer) : undefined,
      ...listedSubschemas(schema, "allOf").map(compileInner),
      ...UNIONS.map((keyword) => compileUnion(listedSubschemas(schema, keyword), pointer, compileInner)),
    ].filter((step) => step !== undefined);
    const convert = compileCodec(schema, pointer);
    if (convert === undefined) return direction === "encode" ? chain([callToJson, ...steps]) : chain(steps);
    return chain(direction === "decode" ? [...steps, convert] : [convert, ...steps]);
  }

  function follow(reference: string, pointer: string): Transform | undefined {
    const target = resolveReference(root, reference, `${pointer}/$ref`);
    return compile(target.schema, target.pointer);
  }

  function compileUnion(
    branches: readonly Subschema[],
    pointer: string,
    compileBranch: (branch: Subschema) => Transform | undefined,
  ): Transform | undefined {
    const transforms = branches.map(compileBranch);
    if (transforms.every((transform) => transform === undefined)) return undefined;
    const checks = branches.map(({ schema, path }) => tests.compile(schema, pointer + toJsonPointer(path)));
    return (value, run) => {
      const transform = transforms[checks.findIndex((check) => passes(check, value, run))];
      return transform === undefined ? value : transform(value, run);
    };
  }

  function compileCodec(schema: JsonSchema, pointer: string): Transform | undefined {
    const name = schema["x-ts"];
    if (name === undefined) return undefined;
    const codec: Codec | undefined = CODECS.get(name);
    if (codec === undefined) throw new UnsupportedSchemaError(`${pointer}/x-ts`, `there is no codec for "${name}"`);
    if (direction === "decode") return (json) => codec.decode(json, schema);
    return (value) => (codec.is(value) ? codec.encode(value, schema) : value);
  }
}

const unfinished: Transform = () => {
  throw new Error("A transform was used before it was compiled.");
};

function isInstance(schema: JsonSchema, value: unknown, passes: (json: unknown) => boolean): boolean {
  const codec = CODECS.get(schema["x-ts"] ?? "");
  if (!codec?.is(value)) return false;
  // The errors of several classes are told apart by what they declare.
  return schema["x-ts"] !== "Error" || passes(codec.encode(value, schema));
}

/** What `JSON.stringify` would do, but before the copy that loses the method. */
function callToJson(value: unknown): unknown {
  return isObject(value) && typeof value.toJSON === "function" ? value.toJSON() : value;
}
