import type { JsonSchema } from "../manifest/json-schema.js";
import { toJsonPointer } from "../validation/json-pointer.js";
import { resolveReference } from "../validation/resolve-reference.js";
import { SchemaCompiler } from "../validation/schema-compiler.js";
import { isObject } from "../values/is-object.js";
import { needsTransform } from "./needs-transform.js";
import { listedSubschemas, type Subschema, UNIONS } from "./subschemas.js";
import { chain, type Transform } from "./transform.js";
import { transformItems } from "./transform-items.js";
import { transformMembers } from "./transform-members.js";
import { transformUnion } from "./transform-union.js";
import { valueTypeOfSchema } from "./value-type-of-schema.js";

/** Compiles a schema into the transform from JSON to its values; `undefined` if they are plain JSON. */
export function compileDecoder(root: JsonSchema): Transform | undefined {
  const tests = new SchemaCompiler(root);
  const slots = new Map<object, { transform: Transform }>();
  return compile(root, "");

  function compile(schema: unknown, pointer: string): Transform | undefined {
    if (!isObject(schema) || !needsTransform(root, { schema, pointer })) return undefined;
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
    const codec = valueTypeOfSchema(schema, pointer);
    return chain(
      [
        transformMembers(schema, pointer, compileInner),
        transformItems(schema, compileInner),
        typeof schema.$ref === "string" ? follow(schema.$ref, pointer) : undefined,
        ...listedSubschemas(schema, "allOf").map(compileInner),
        ...UNIONS.map((keyword) => compileUnion(listedSubschemas(schema, keyword), pointer, compileInner)),
        codec && ((json: unknown) => codec.decode(json, schema)),
      ].filter((step) => step !== undefined),
    );
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
    return transformUnion(
      branches.map(({ schema, path }, index) => ({
        check: tests.compile(schema, pointer + toJsonPointer(path)),
        transform: transforms[index],
        codecs: countCodecs(schema, root),
        declared: declaredProperties(schema, root),
      })),
    );
  }
}

/**
 * The properties that a branch declares itself, without those that it has only because another branch declares them.
 */
function declaredProperties(schema: unknown, root: JsonSchema): ReadonlyMap<string, number> {
  if (!isObject(schema)) return new Map();
  const { $ref, properties, "x-foreign": foreign } = schema as JsonSchema;
  if (typeof $ref === "string") return declaredProperties(resolveReference(root, $ref, "").schema, root);
  const own = Object.entries(properties ?? {}).filter(([key]) => !foreign?.includes(key));
  return new Map(own.map(([key, property]) => [key, countCodecs(property, root)]));
}

/** Counts the codecs in a schema and in the schemas that it refers to, each once. */
function countCodecs(schema: unknown, root: JsonSchema, seen: Set<object> = new Set()): number {
  if (typeof schema !== "object" || schema === null || seen.has(schema)) return 0;
  seen.add(schema);
  const { $ref, "x-ts": name } = schema as JsonSchema;
  const target = typeof $ref === "string" ? resolveReference(root, $ref, "").schema : undefined;
  const parts = [target, ...Object.entries(schema).map(([keyword, part]) => (keyword === "$defs" ? undefined : part))];
  return parts.reduce((sum: number, part) => sum + countCodecs(part, root, seen), typeof name === "string" ? 1 : 0);
}

const unfinished: Transform = () => {
  throw new Error("A transform was used before it was compiled.");
};
