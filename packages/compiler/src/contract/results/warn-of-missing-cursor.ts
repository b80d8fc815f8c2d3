import { isObjectSchema } from "../../json-schema/is-object-schema.js";
import type { Schema } from "../../json-schema/schema.js";
import type { Project } from "../../project/project.js";
import { membersOf } from "../../typescript/members-of.js";
import type { ts } from "../../typescript/typescript.js";
import type { ExtractedPrimitive } from "../primitive/extract-primitive.js";
import { extendsCoreType } from "./extends-core-type.js";
import { returnedType } from "./returned-type.js";

/** Warns of a method that returns pages, if no argument can bring the cursor back: clients could only read the first one. */
export function warnOfMissingCursor(
  kind: "tool" | "resource",
  { head, input, options, signature }: ExtractedPrimitive,
  project: Project,
): void {
  if (options.inputSchema !== undefined) return;
  const { type, node } = returnedType(signature, project);
  const page = membersOf(type).find((member) => isPage(member, project));
  if (!page || takesCursor(input.inputSchema)) return;
  const { checker, diagnostics } = project;
  const message = `The ${kind} ${head.name} returns ${checker.typeToString(page)}, but no parameter takes the cursor, so clients only get the first page.`;
  diagnostics.report("page-without-cursor", node, message, HELP[kind]);
}

const HELP = {
  tool: "Add the parameter cursor?: string, and begin where ctx.readCursor(cursor) says. If there is one page only, return a list.",
  resource:
    "Add {?cursor} to the URI and the parameter cursor?: string, and begin where ctx.readCursor(cursor) says. If there is one page only, return a list.",
};

/** Whether a type is a page, or a whole result whose data is one. */
function isPage(type: ts.Type, project: Project): boolean {
  if (extendsCoreType(type, "Page", project)) return true;
  if (!extendsCoreType(type, "ToolResult", project)) return false;
  const data = project.checker.getPropertyOfType(type, "structuredContent");
  const members = data ? membersOf(project.checker.getTypeOfSymbol(data)) : [];
  return members.some((member) => extendsCoreType(member, "Page", project));
}

/** Whether some argument may be a cursor, and may be missing as in the first call. Its name does not matter. */
function takesCursor({ properties = {}, required = [], additionalProperties = false }: Schema): boolean {
  if (additionalProperties !== false) return true;
  return Object.entries(properties as { readonly [name: string]: Schema }).some(([name, schema]) => {
    const isRequired = (required as readonly string[]).includes(name);
    if (isObjectSchema(schema)) return takesCursor(schema);
    return mayBeText(schema) && (!isRequired || mayBeNull(schema) || /cursor/i.test(name));
  });
}

function mayBeText(schema: Schema): boolean {
  return alternativesOf(schema).some(({ type, ...keywords }) => {
    if (keywords.enum !== undefined || keywords.const !== undefined || keywords.format !== undefined) return false;
    return type === undefined || [type].flat().includes("string");
  });
}

function mayBeNull(schema: Schema): boolean {
  return alternativesOf(schema).some(({ type }) => [type].flat().includes("null"));
}

function alternativesOf(schema: Schema): readonly Schema[] {
  return Array.isArray(schema.anyOf) ? (schema.anyOf as Schema[]) : [schema];
}
