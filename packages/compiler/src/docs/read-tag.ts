import { admitsValue } from "../json-schema/admits.js";
import { HeaderMark } from "../json-schema/header-mark.js";
import type { Schema } from "../json-schema/schema.js";
import type { DocTag } from "./doc.js";
import { readPattern } from "./read-pattern.js";
import { valueTag } from "./value-tags.js";

/** The value of a tag for its keyword; undefined if the text is not a valid value. */
export function readTag({ name, text, node }: DocTag, schema: Schema): unknown {
  switch (valueTag(name).reads) {
    case "number":
      return readNumber(name, text);
    case "count":
      return /^\d+$/.test(text) ? Number(text) : undefined;
    case "flag":
      return name === "integer" ? "integer" : text !== "false";
    case "name":
      // Whoever needs the name checks it.
      return text;
    case "text":
      return text === "" ? undefined : text;
    case "pattern": {
      const pattern = readPattern(text);
      return "source" in pattern ? pattern.source : undefined;
    }
    case "header":
      return new HeaderMark(text, node);
    case "json":
      return readJson(text, schema);
  }
}

/** Why a text could not be read. */
export function tagProblem({ name, text }: DocTag): string {
  if (text === "") return `@${name} needs a value.`;
  const pattern = valueTag(name).reads === "pattern" ? readPattern(text) : undefined;
  return `@${name} cannot be "${text}"${pattern && "problem" in pattern ? `: ${pattern.problem}` : ""}.`;
}

/** What to write instead of a text that could not be read. */
export function expectation({ name }: DocTag, schema: Schema): string {
  if (valueTag(name).reads === "json" && Array.isArray(schema.enum)) {
    return `Write one of ${schema.enum.map((value) => JSON.stringify(value)).join(", ")}.`;
  }
  const examples = {
    number: `@${name} 1.5`,
    count: `@${name} 1`,
    flag: `@${name}`,
    text: `@${name} text`,
    pattern: `@${name} ^[a-z]+$`,
    header: `@${name} Region`,
    name: `@${name} town`,
    json: `@${name} followed by a JSON value of this type`,
  };
  return `Write ${examples[valueTag(name).reads]}.`;
}

function readNumber(name: string, text: string): number | undefined {
  const value = text === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(value) || (name === "multipleOf" && value <= 0)) return undefined;
  return value;
}

/** The text as JSON, or as a string if the value may be a string. */
function readJson(text: string, schema: Schema): unknown {
  const value = tryJson(text);
  if (value !== undefined && admitsValue(schema, value)) return value;
  return text !== "" && admitsValue(schema, text) ? text : undefined;
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
