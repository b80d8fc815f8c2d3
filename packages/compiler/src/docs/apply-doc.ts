import type { DiagnosticCollector } from "../diagnostics/diagnostic-collector.js";
import type { Schema } from "../json-schema/schema.js";
import { cleanText } from "./clean-text.js";
import { constrain } from "./constrain.js";
import type { Doc, DocTag } from "./doc.js";
import { readConstraints } from "./read-constraints.js";
import { readForeignTag } from "./read-foreign-tag.js";
import { expectation, readTag, tagProblem } from "./read-tag.js";
import { valueTag } from "./value-tags.js";

/** The schema with what a doc comment says about its value, which replaces what other comments said. */
export function applyDoc(schema: Schema, doc: Doc, diagnostics: DiagnosticCollector): Schema {
  return applyDocToAll([schema], doc, diagnostics)[0] as Schema;
}

/**
 * Applies a doc comment to the schemas of the alternatives of one value. A tag that does not fit some of them is about
 * the others.
 */
export function applyDocToAll(schemas: readonly Schema[], doc: Doc, diagnostics: DiagnosticCollector): Schema[] {
  const constraints = readConstraints(schemas, doc, diagnostics);
  const remarks = doc.tags.filter(({ name }) => valueTag(name).constrains === undefined);
  for (const tag of remarks) checkRemark(tag, schemas, diagnostics);
  return schemas.map((schema) => ({
    ...constraints.reduce<Schema>(constrain, schema),
    ...remarksOn(schema, { ...doc, tags: remarks }),
  }));
}

/** What a comment says about a value without constraining it. */
function remarksOn(schema: Schema, { description, tags }: Doc): Schema {
  const result: Schema = {};
  const examples: unknown[] = [];
  const paragraphs = [description];
  for (const tag of tags) {
    const value = readRemark(tag, schema);
    if (value === undefined || tag.name === "alias") continue;
    if (tag.name === "example") examples.push(value);
    else result[tag.name === "header" ? "x-mcp-header" : tag.name] = value;
    if (tag.name === "deprecated" && tag.text !== "") paragraphs.push(`Deprecated: ${cleanText(tag.text)}`);
  }
  if (examples.length > 0) result.examples = examples;
  const text = paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
  return text === "" ? result : { ...result, description: text };
}

function readRemark(tag: DocTag, schema: Schema): unknown {
  return tag.foreign ? readForeignTag(tag, schema) : readTag(tag, schema);
}

/** Reports a tag whose text fits none of the schemas. */
function checkRemark(tag: DocTag, schemas: readonly Schema[], diagnostics: DiagnosticCollector): void {
  const [first = {}] = schemas;
  if (tag.foreign || schemas.some((schema) => readTag(tag, schema) !== undefined)) return;
  diagnostics.report("invalid-doc-tag", tag.node, tagProblem(tag), expectation(tag, first));
}
