import type { Schema } from "../json-schema/schema.js";
import type { Project } from "../project/project.js";
import { platformName } from "../project/symbol-origin.js";
import type { ts } from "../typescript/typescript.js";
import type { Converter } from "./converter.js";
import { dataProperties } from "./json-properties.js";
import { platformTypes } from "./platform-type.js";
import { propertySchema } from "./property-schema.js";
import type { SchemaBuilder } from "./schema-builder.js";
import type { Site } from "./site.js";

/** Errors of any class: name, message, and other declared properties. The stack stays on the server. */
export const convertError: Converter = (site, builder) => {
  const { type } = site;
  const parts = type.isIntersection() ? type.types : [type];
  if (!parts.some((part) => isError(part, builder.project))) return undefined;
  const own = hasOwn(type, builder.project) ? ownProperties(site, builder) : { properties: [], required: [] };
  return {
    type: "object",
    properties: { name: { type: "string" }, message: { type: "string" }, ...Object.fromEntries(own.properties) },
    required: ["name", "message", ...own.required],
    ...(builder.closed && { additionalProperties: false }),
    "x-ts": "Error",
  };
};

function isError(type: ts.Type, project: Project): boolean {
  return platformTypes(type, project).some((name) => /^(?:\w*Error|DOMException)$/.test(name));
}

/** Whether an error has other properties. The language's own errors do not; Node's system errors have a `code`. */
function hasOwn({ symbol }: ts.Type, project: Project): boolean {
  return platformName(symbol, project) === undefined || symbol.name === "ErrnoException";
}

interface OwnProperties {
  readonly properties: readonly (readonly [string, Schema])[];
  readonly required: readonly string[];
}

function ownProperties(site: Site, builder: SchemaBuilder): OwnProperties {
  const properties: [string, Schema][] = [];
  const required: string[] = [];
  for (const property of dataProperties(site, builder).found) {
    if (INHERITED.has(property.name)) continue;
    const schema = propertySchema(property, site, builder);
    if (!schema) continue;
    properties.push([property.name, schema]);
    if (!property.optional) required.push(property.name);
  }
  return { properties, required };
}

/** Properties that all errors have. */
const INHERITED: ReadonlySet<string> = new Set(["name", "message", "stack", "cause", "errors"]);
