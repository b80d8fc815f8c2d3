import type { JsonSchema } from "../../manifest/json-schema.js";
import { compileSchema, type Validate } from "../../validation/compile-schema.js";

/** The kinds of definitions. */
export type DefinitionKind = "tool" | "resource" | "prompt";

const TEXT: JsonSchema = { type: "string" };
const TEXTS: JsonSchema = { type: "array", items: TEXT };
const FLAG: JsonSchema = { type: "boolean" };
const COUNT: JsonSchema = { type: "integer", minimum: 0 };
const OBJECT: JsonSchema = { type: "object" };

/** Hosts load icons from nowhere else. */
const ICON_SOURCE: JsonSchema = { type: "string", pattern: "^(?:https?|data):" };
const ICON = closed({ src: ICON_SOURCE, mimeType: TEXT, sizes: TEXTS, theme: { enum: ["light", "dark"] } }, ["src"]);

const COMMON = {
  ...{ name: { type: "string", minLength: 1, maxLength: 128 }, title: TEXT, description: TEXT },
  ...{ icons: { type: "array", items: ICON }, _meta: OBJECT },
};

const CAPABILITIES = ["elicitation", "elicitation.form", "elicitation.url", "sampling", "sampling.tools", "roots"];

const TOOL = closed(
  {
    ...COMMON,
    ...{ inputSchema: OBJECT, outputSchema: OBJECT },
    annotations: closed({
      ...{ title: TEXT, readOnlyHint: FLAG, destructiveHint: FLAG, idempotentHint: FLAG, openWorldHint: FLAG },
    }),
    timeout: { type: "integer", minimum: 1 },
    requires: { type: "array", items: { enum: CAPABILITIES } },
    task: { enum: ["optional", "required"] },
    arguments: { enum: ["strict", "lenient"] },
  },
  ["name", "inputSchema"],
);

const RESOURCE = closed(
  {
    ...COMMON,
    ...{ uri: TEXT, mimeType: TEXT, size: COUNT, complete: OBJECT },
    annotations: closed({
      audience: { type: "array", items: { enum: ["user", "assistant"] } },
      priority: { type: "number", minimum: 0, maximum: 1 },
      lastModified: TEXT,
    }),
    cache: closed({ ttlMs: COUNT, scope: { enum: ["public", "private"] } }, ["ttlMs"]),
  },
  ["uri", "name"],
);

const PROMPT = closed(
  {
    ...COMMON,
    complete: OBJECT,
    arguments: { type: "array", items: closed({ name: TEXT, description: TEXT, required: FLAG }, ["name"]) },
  },
  ["name"],
);

/** Checks the data of a definition, everything but its functions. */
export const DEFINITION_SCHEMAS: Readonly<Record<DefinitionKind, Validate>> = {
  tool: compileSchema(TOOL),
  resource: compileSchema(RESOURCE),
  prompt: compileSchema(PROMPT),
};

function closed(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[] = []): JsonSchema {
  return { type: "object", properties, required, additionalProperties: false };
}
