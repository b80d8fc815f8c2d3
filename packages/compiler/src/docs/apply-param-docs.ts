import type { DiagnosticCollector } from "../diagnostics/diagnostic-collector.js";
import type { Schema } from "../schema/schema.js";
import { applyDoc } from "./apply-doc.js";
import type { Doc, MethodDoc } from "./doc.js";

/** The schema of a parameter with what `@param order` and `@param order.lines[].count` say of it. */
export function applyParamDocs(schema: Schema, name: string, doc: MethodDoc, diagnostics: DiagnosticCollector): Schema {
  let result = schema;
  for (const [path, part] of doc.params) {
    const [root, ...steps] = pathSteps(path);
    if (root === name) result = applyAt(result, steps, part, diagnostics);
  }
  return result;
}

/** The schema with what a doc comment says of the value at the end of a path of property names and `[]`. */
export function applyAt(schema: Schema, path: readonly string[], doc: Doc, diagnostics: DiagnosticCollector): Schema {
  const [step, ...rest] = path;
  if (step === undefined) return applyDoc(schema, doc, diagnostics);
  const inside = (part: unknown) => applyAt(part as Schema, rest, doc, diagnostics);
  if (Array.isArray(schema.anyOf)) {
    return { ...schema, anyOf: (schema.anyOf as Schema[]).map((part) => applyAt(part, path, doc, diagnostics)) };
  }
  if (step === "[]") return schema.items ? { ...schema, items: inside(schema.items) } : schema;
  const properties = schema.properties as { readonly [name: string]: Schema } | undefined;
  if (!properties || !Object.hasOwn(properties, step)) return schema;
  return { ...schema, properties: { ...properties, [step]: inside(properties[step]) } };
}

/** `order.lines[].count` as `order`, `lines`, `[]`, `count`. */
export function pathSteps(path: string): string[] {
  return path.split(".").flatMap((step) => step.split(/(?=\[\])/));
}
