import type { DiagnosticCollector } from "../diagnostics/diagnostic-collector.js";
import type { Schema } from "../schema/schema.js";
import { admits } from "./admits.js";
import { cleanText } from "./clean-text.js";
import type { Doc, DocTag } from "./doc.js";
import { FORMATS } from "./formats.js";
import { expectation, readTag } from "./read-tag.js";
import { RANGES, valueTag } from "./value-tags.js";

/** The schema with what a doc comment says of its value. What the comment says replaces what was there. */
export function applyDoc(schema: Schema, doc: Doc, diagnostics: DiagnosticCollector): Schema {
  const result: Schema = { ...schema };
  const examples: unknown[] = [];
  const paragraphs = [doc.description];
  for (const tag of doc.tags) {
    const value = readValue(tag, schema, diagnostics);
    if (value === undefined) continue;
    if (tag.name === "example") examples.push(value);
    else if (tag.name === "header") result["x-mcp-header"] = value;
    else if (tag.name === "integer") Object.assign(result, onlyIntegers(result));
    else result[tag.name] = value;
    if (tag.name === "deprecated" && tag.text !== "") paragraphs.push(`Deprecated: ${cleanText(tag.text)}`);
  }
  checkRanges(result, doc, diagnostics);
  if (examples.length > 0) result.examples = examples;
  const description = paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
  if (description !== "") result.description = description;
  return result;
}

/** Its numbers become integers; what else a value may be, such as `null`, stays. */
function onlyIntegers(schema: Schema): Schema {
  const parts = Array.isArray(schema.anyOf) && { anyOf: (schema.anyOf as Schema[]).map(onlyIntegers) };
  return { ...schema, ...parts, ...(schema.type !== undefined && { type: withIntegers(schema.type) }) };
}

function withIntegers(type: unknown): unknown {
  if (Array.isArray(type)) return type.map(withIntegers);
  return type === "number" ? "integer" : type;
}

function readValue(tag: DocTag, schema: Schema, diagnostics: DiagnosticCollector): unknown {
  const { constrains } = valueTag(tag.name);
  if (constrains && !admits(schema, constrains)) {
    const message = `@${tag.name} is about a value of type ${constrains}, which this one never is.`;
    diagnostics.report("invalid-doc-tag", tag.node, message, "Leave it out, or change the type.");
    return undefined;
  }
  const value = readTag(tag, schema);
  if (tag.name === "format" && !FORMATS.has(tag.text)) {
    const help = `Write one of ${[...FORMATS].join(", ")}, or a @pattern.`;
    diagnostics.report("unknown-format", tag.node, `No format is called "${tag.text}": nothing checks it.`, help);
  }
  if (value === undefined) {
    diagnostics.report("invalid-doc-tag", tag.node, `@${tag.name} cannot be "${tag.text}".`, expectation(tag, schema));
  }
  return value;
}

/** Reports limits that leave no value, and takes them out. */
function checkRanges(schema: Schema, { tags }: Doc, diagnostics: DiagnosticCollector): void {
  for (const [lower, upper] of RANGES) {
    const [least, most] = [schema[lower], schema[upper]];
    const tag = tags.find(({ name }) => name === lower || name === upper);
    if (!tag || typeof least !== "number" || typeof most !== "number" || least <= most) continue;
    const message = `No value is both at least @${lower} ${least} and at most @${upper} ${most}.`;
    diagnostics.report("invalid-doc-tag", tag.node, message, "Exchange them, or leave one out.");
    delete schema[lower];
    delete schema[upper];
  }
}
