import type { DiagnosticCollector } from "../diagnostics/diagnostic-collector.js";
import type { Schema } from "../schema/schema.js";
import { applyDoc } from "./apply-doc.js";
import type { Doc, MethodDoc } from "./doc.js";
import { reportLostConstraints } from "./report-lost-constraints.js";

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
  if (!leads(schema, path)) {
    const help = "Write it after a @param, or in the comment of the property itself.";
    reportLostConstraints(doc, "the schema has no place for it", help, diagnostics);
    return schema;
  }
  const [step, ...rest] = path;
  if (step === undefined) return applyDoc(schema, doc, diagnostics);
  const inside = (part: Schema | undefined) => applyAt(part ?? {}, rest, doc, diagnostics);
  const { anyOf, items, properties } = schema as Branching;
  if (anyOf) {
    const parts = anyOf.map((part) => (leads(part, path) ? applyAt(part, path, doc, diagnostics) : part));
    return { ...schema, anyOf: parts };
  }
  if (step === "[]") return { ...schema, items: inside(items) };
  return { ...schema, properties: { ...properties, [step]: inside(properties?.[step]) } };
}

/** Whether there is a value at the end of a path. None is found below a type that contains itself, which is referred to. */
function leads(schema: Schema, path: readonly string[]): boolean {
  const [step, ...rest] = path;
  if (step === undefined) return true;
  const { anyOf, items, properties } = schema as Branching;
  if (anyOf) return anyOf.some((part) => leads(part, path));
  const next = step === "[]" ? items : properties && Object.hasOwn(properties, step) ? properties[step] : undefined;
  return next !== undefined && leads(next, rest);
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
