import { orderKeywords } from "../../json-schema/keyword-order.js";
import type { Schema } from "../../json-schema/schema.js";
import type { Project } from "../../project/project.js";
import { SchemaBuilder } from "../../schema/schema-builder.js";
import { RESULT } from "../../schema/site.js";
import { orderedMembers } from "../../schema/written-members.js";
import type { ts } from "../../typescript/typescript.js";
import type { Returned } from "./returned-type.js";

/** The schema of all that a method returns. */
export function dataSchema({ type, written, sources, node }: Returned, project: Project): Schema {
  return new SchemaBuilder(project, "output").rootOf({ type, written, sources, node, path: RESULT });
}

/**
 * The `resultSchema` for those alternatives of a result that are data; empty if all of them are plain values, which
 * need no schema.
 */
export function partsSchema(
  { type, written, sources, node }: Returned,
  data: readonly ts.Type[],
  project: Project,
): { readonly resultSchema?: Schema } {
  const builder = new SchemaBuilder(project, "output");
  const site = { type, written, sources, node, path: RESULT };
  const members = data.length === 1 && data[0] === type ? [site] : orderedMembers(data, site, project);
  const schemas = members.map((member) => builder.schemaOf({ node, path: RESULT, ...member }));
  if (schemas.every(isPlain)) return {};
  const distinct = builder.distinct(schemas);
  const root = distinct.length === 1 ? distinct[0] : { anyOf: distinct };
  return { resultSchema: orderKeywords({ ...root, ...builder.definitions() }) };
}

function isPlain(schema: Schema): boolean {
  if (Array.isArray(schema.anyOf)) return (schema.anyOf as Schema[]).every(isPlain);
  if (schema.const !== undefined || schema.enum !== undefined) return true;
  return schema.type !== undefined && [schema.type].flat().every((type) => PLAIN.has(type));
}

const PLAIN: ReadonlySet<unknown> = new Set(["string", "number", "integer", "boolean", "null"]);
