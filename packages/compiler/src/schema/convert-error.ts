import { platformName } from "../project/symbol-origin.js";
import type { Converter } from "./converter.js";
import { dataProperties } from "./json-properties.js";
import { platformType } from "./platform-type.js";
import { propertySchema } from "./property-schema.js";
import type { Schema } from "./schema.js";
import type { SchemaBuilder } from "./schema-builder.js";
import type { Site } from "./site.js";

/** Errors of every class: their name, their message, and what the user's class declares beside them. The stack stays here. */
export const convertError: Converter = (site, builder) => {
  const { type } = site;
  if (!/^(?:\w*Error|DOMException)$/.test(platformType(type, builder.project) ?? "")) return undefined;
  const isOwn = platformName(type.symbol, builder.project) === undefined;
  const own = isOwn ? ownProperties(site, builder) : { properties: [], required: [] };
  return {
    type: "object",
    properties: { name: { type: "string" }, message: { type: "string" }, ...Object.fromEntries(own.properties) },
    required: ["name", "message", ...own.required],
    ...(builder.closed && { additionalProperties: false }),
    "x-ts": "Error",
  };
};

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

/** What errors have by themselves. */
const INHERITED: ReadonlySet<string> = new Set(["name", "message", "stack", "cause", "errors"]);
