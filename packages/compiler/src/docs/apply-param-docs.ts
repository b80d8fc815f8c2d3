import type { DiagnosticCollector } from "../diagnostics/diagnostic-collector.js";
import type { Schema } from "../json-schema/schema.js";
import { applyDocToAll } from "./apply-doc.js";
import type { Doc, MethodDoc } from "./doc.js";
import { reportLostConstraints } from "./report-lost-constraints.js";

/** The schema of a parameter with what `@param order` and `@param order.lines[].count` say about it. */
export function applyParamDocs(schema: Schema, name: string, doc: MethodDoc, diagnostics: DiagnosticCollector): Schema {
  let result = schema;
  for (const [path, part] of doc.params) {
    const [root, ...steps] = pathSteps(path);
    if (root === name) result = applyAt(result, steps, part, diagnostics);
  }
  return result;
}

/** The schema with what a doc comment says about the value at a path of property names and `[]`. */
export function applyAt(schema: Schema, path: readonly string[], doc: Doc, diagnostics: DiagnosticCollector): Schema {
  const ends = [...new Set(endsOf(schema, path))];
  if (ends.length === 0) {
    const help = "Write it after a @param, or in the comment of the property itself.";
    reportLostConstraints(doc, "the schema has no place for it", help, diagnostics);
    return schema;
  }
  const documented = applyDocToAll(ends, doc, diagnostics);
  return withEnds(schema, path, new Map(ends.map((end, index) => [end, documented[index] as Schema])));
}

/** The schemas at the end of a path, in all branches. There are none below a recursive type, which is a `$ref`. */
function endsOf(schema: Schema, [step, ...rest]: readonly string[]): Schema[] {
  if (step === undefined) return [schema];
  const { anyOf, items, properties } = schema as Branching;
  if (anyOf) return anyOf.flatMap((part) => endsOf(part, [step, ...rest]));
  const next = step === "[]" ? items : properties && Object.hasOwn(properties, step) ? properties[step] : undefined;
  return next === undefined ? [] : endsOf(next, rest);
}

/** The schema with other schemas at the end of a path. */
function withEnds(schema: Schema, path: readonly string[], ends: ReadonlyMap<Schema, Schema>): Schema {
  const [step, ...rest] = path;
  if (step === undefined) return ends.get(schema) ?? schema;
  const { anyOf, items, properties } = schema as Branching;
  if (anyOf) return { ...schema, anyOf: anyOf.map((part) => withEnds(part, path, ends)) };
  if (step === "[]") return items === undefined ? schema : { ...schema, items: withEnds(items, rest, ends) };
  if (!properties || !Object.hasOwn(properties, step)) return schema;
  return { ...schema, properties: { ...properties, [step]: withEnds(properties[step] as Schema, rest, ends) } };
}

interface Branching {
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: { readonly [name: string]: Schema };
}

/** `order.lines[].count` as `order`, `lines`, `[]`, `count`. */
export function pathSteps(path: string): string[] {
  return path.split(".").flatMap((step) => step.split(/(?=\[\])/));
}
