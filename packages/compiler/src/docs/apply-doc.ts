import type { DiagnosticCollector } from "../diagnostics/diagnostic-collector.js";
import type { Schema } from "../schema/schema.js";
import { admits } from "./admits.js";
import { cleanText } from "./clean-text.js";
import type { Doc, DocTag } from "./doc.js";
import { FORMATS } from "./formats.js";
import { limitConflict } from "./limit-conflict.js";
import { readForeignTag } from "./read-foreign-tag.js";
import { expectation, readTag, tagProblem } from "./read-tag.js";
import { valueTag } from "./value-tags.js";

/** The schema with what a doc comment says of its value. What the comment says replaces what was there. */
export function applyDoc(schema: Schema, doc: Doc, diagnostics: DiagnosticCollector): Schema {
  const result: Schema = { ...schema };
  const examples: unknown[] = [];
  const paragraphs = [doc.description];
  for (const tag of doc.tags) {
    const value = tag.foreign ? readForeignTag(tag, schema) : readValue(tag, schema, diagnostics);
    const conflict = tag.foreign && limitConflict({ ...result, [tag.name]: value });
    // Which of the two is meant is unclear.
    if (conflict) for (const { name } of doc.tags) if (conflict.keywords.includes(name)) delete result[name];
    if (value === undefined || conflict) continue;
    if (tag.name === "example") examples.push(value);
    else if (tag.name === "header") result["x-mcp-header"] = value;
    else if (tag.name === "integer") Object.assign(result, onlyIntegers(result));
    else result[tag.name] = value;
    if (tag.name === "deprecated" && tag.text !== "") paragraphs.push(`Deprecated: ${cleanText(tag.text)}`);
  }
  checkLimits(result, doc, diagnostics);
  if (examples.length > 0) result.examples = examples;
  const description = paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
  if (description !== "") result.description = description;
  return Array.isArray(result.anyOf) ? intoBranches(result, doc) : result;
}

/** What constrains one kind of value stands in the branches that have such values: some hosts take nothing beside `anyOf`. */
function intoBranches(schema: Schema, { tags }: Doc): Schema {
  let { anyOf: branches, ...rest } = schema as { readonly anyOf: readonly Schema[] } & Schema;
  for (const { name } of tags) {
    const { constrains } = valueTag(name);
    const { [name]: value, ...others } = rest;
    if (!constrains || value === undefined) continue;
    const isMeant = (branch: Schema) => admits(branch, constrains);
    // What a reference leads to has other places too, and a branch of branches is rare.
    if (branches.some((branch) => isMeant(branch) && (branch.$ref !== undefined || branch.anyOf !== undefined)))
      continue;
    branches = branches.map((branch) => (isMeant(branch) ? { ...branch, [name]: value } : branch));
    rest = others;
  }
  return { ...rest, anyOf: branches };
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
  // Without the constraint nothing would check the value, and nobody would notice.
  const diagnostic = constrains ? "impossible-constraint" : "invalid-doc-tag";
  if (constrains && !admits(schema, constrains)) {
    const [one, many] = KINDS[constrains];
    const message = `@${tag.name} is for ${many}, but this value is never ${one}.`;
    const sent = schema["x-ts"] === undefined ? "" : ` A ${schema["x-ts"]} is sent as text: check it in the method.`;
    diagnostics.report(diagnostic, tag.node, message, `Remove the tag, or change the type.${sent}`);
    return undefined;
  }
  const value = readTag(tag, schema);
  if (value === undefined) diagnostics.report(diagnostic, tag.node, tagProblem(tag), expectation(tag, schema));
  else if (tag.name === "format" && !FORMATS.has(tag.text)) {
    const help = `Write one of ${[...FORMATS].join(", ")}, or a @pattern.`;
    diagnostics.report("unknown-format", tag.node, `Unknown format "${tag.text}": nothing checks it.`, help);
  }
  return value;
}

const KINDS = {
  number: ["a number", "numbers"],
  string: ["a string", "strings"],
  array: ["an array", "arrays"],
  object: ["an object", "objects"],
} as const;

/** Reports limits that leave no value. */
function checkLimits(schema: Schema, { tags }: Doc, diagnostics: DiagnosticCollector): void {
  const own = tags.filter(({ foreign }) => !foreign);
  const conflict = limitConflict(schema, new Set(own.map(({ name }) => name)));
  const tag = conflict && own.find(({ name }) => conflict.keywords.includes(name));
  if (!tag) return;
  const help = "Change or remove one of these constraints.";
  diagnostics.report("impossible-constraint", tag.node, conflict.message, help);
}
