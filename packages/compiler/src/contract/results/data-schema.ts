import { orderKeywords } from "../../json-schema/keyword-order.js";
import type { Schema } from "../../json-schema/schema.js";
import type { Project } from "../../project/project.js";
import { unionSchema } from "../../schema/convert-union.js";
import { SchemaBuilder } from "../../schema/schema-builder.js";
import { RESULT, type Site } from "../../schema/site.js";
import { orderedMembers } from "../../schema/written-members.js";
import { membersOf } from "../../typescript/members-of.js";
import { ts } from "../../typescript/typescript.js";
import type { ResultParts } from "./result-parts.js";
import type { Returned } from "./returned-type.js";
import { halfSite } from "./structured-half.js";

/** The schema of all that a method returns. */
export function dataSchema({ type, written, sources, node }: Returned, project: Project): Schema {
  return new SchemaBuilder(project, "output").rootOf({ type, written, sources, node, path: RESULT });
}

/**
 * The schema of the data in results that may be whole: of their structured halves, and of what is data itself.
 */
export function structuredSchema(returned: Returned, { data, structured }: ResultParts, project: Project): Schema {
  const { type, written, sources, node } = returned;
  const builder = new SchemaBuilder(project, "output");
  const site: Site = { type, written, sources, node, path: RESULT };
  const halves = orderedMembers(structured, site, project).map((whole) => {
    return halfSite(whole.type, whole.written, site, project);
  });
  const isSomething = ({ flags }: ts.Type) => (flags & ts.TypeFlags.VoidLike) === 0;
  const types = [...new Set([...data, ...halves.flatMap((half) => membersOf(half.type))])].filter(isSomething);
  if (membersOf(type).some((member) => !isSomething(member))) types.push(project.checker.getUndefinedType());
  // One half may be all there is. Then its schema is that of the type as it is written.
  const whole = halves.find((half) => types.every((one) => isSomething(one) && membersOf(half.type).includes(one)));
  return whole ? builder.rootOf(whole) : { ...unionSchema(types, site, builder), ...builder.definitions() };
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
