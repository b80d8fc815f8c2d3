import type { DiagnosticCollector } from "../diagnostics/diagnostic-collector.js";
import type { Schema } from "../schema/schema.js";
import type { Doc, DocTag } from "./doc.js";
import { valueTag } from "./value-tags.js";

/** The schema with what a doc comment says of its value. What the comment says replaces what was there. */
export function applyDoc(schema: Schema, doc: Doc, diagnostics: DiagnosticCollector): Schema {
  const result: Schema = { ...schema };
  const examples: unknown[] = [];
  const paragraphs = [doc.description];
  for (const tag of doc.tags) {
    const value = readTag(tag, schema, diagnostics);
    if (value === undefined) continue;
    if (tag.name === "example") examples.push(value);
    else result[tag.name] = value;
    if (tag.name === "deprecated" && tag.text !== "") paragraphs.push(`Deprecated: ${tag.text}`);
  }
  if (examples.length > 0) result.examples = examples;
  const description = paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
  if (description !== "") result.description = description;
  return result;
}

function readTag(tag: DocTag, schema: Schema, diagnostics: DiagnosticCollector): unknown {
  const { constrains } = valueTag(tag.name);
  if (constrains && !admits(schema, constrains)) {
    const types = [schema.type].flat().join(" or ");
    diagnostics.report("invalid-doc-tag", tag.node, `@${tag.name} says nothing about a value of type ${types}.`);
    return undefined;
  }
  const value = parse(tag, schema);
  if (value === undefined) {
    diagnostics.report("invalid-doc-tag", tag.node, `@${tag.name} cannot be "${tag.text}".`, expectation(tag));
  }
  return value;
}

function admits(schema: Schema, type: string): boolean {
  if (schema.type === undefined) return true;
  const types = [schema.type].flat();
  return types.includes(type) || (type === "number" && types.includes("integer"));
}

function parse({ name, text }: DocTag, schema: Schema): unknown {
  switch (valueTag(name).reads) {
    case "number":
      return text !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined;
    case "count":
      return /^\d+$/.test(text) ? Number(text) : undefined;
    case "flag":
      return text !== "false";
    case "text":
      return text === "" ? undefined : text;
    case "pattern":
      return isPattern(text) ? text : undefined;
    case "json":
      return parseJson(text, schema);
  }
}

function expectation({ name }: DocTag): string {
  const examples = {
    number: `@${name} 1.5`,
    count: `@${name} 1`,
    flag: `@${name}`,
    text: `@${name} text`,
    pattern: `@${name} ^[a-z]+$`,
    json: `@${name} with a JSON value behind it`,
  };
  return `Write ${examples[valueTag(name).reads]}.`;
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, "u");
    return text !== "";
  } catch {
    return false;
  }
}

/** The JSON value that the text is; where the value may be a string, any other text is that string. */
function parseJson(text: string, schema: Schema): unknown {
  const value = tryJson(text);
  if (value !== undefined && admits(schema, jsonType(value))) return value;
  return admits(schema, "string") && text !== "" ? text : undefined;
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function jsonType(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
