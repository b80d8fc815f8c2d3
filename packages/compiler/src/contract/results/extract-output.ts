import type { ToolManifest } from "@plainmcp/core/manifest";
import { applyDoc } from "../../docs/apply-doc.js";
import { isObjectSchema } from "../../json-schema/is-object-schema.js";
import { orderKeywords } from "../../json-schema/keyword-order.js";
import { mergeRootUnion } from "../../json-schema/merge-root-union.js";
import type { Schema } from "../../json-schema/schema.js";
import type { Project } from "../../project/project.js";
import { membersOf } from "../../typescript/members-of.js";
import { ts } from "../../typescript/typescript.js";
import type { ExtractedPrimitive } from "../primitive/extract-primitive.js";
import { validSchema } from "../primitive/given-schema.js";
import { checkWholeResults } from "./check-whole-results.js";
import { dataSchema, partsSchema, structuredSchema } from "./data-schema.js";
import { extendsCoreType } from "./extends-core-type.js";
import type { ResultParts } from "./result-parts.js";
import { type Returned, returnedType } from "./returned-type.js";
import { toolParts } from "./tool-parts.js";
import { warnOfDoubt } from "./warn-of-doubt.js";

/** The part of a tool's manifest entry that describes what it returns. */
export type MethodOutput = Pick<ToolManifest, "outputSchema" | "wrapped" | "resultSchema" | "returns" | "yields">;

/**
 * What a tool returns. Clients see a schema for data, but none for text and content: if there is one, hosts show the
 * model only the structured half.
 */
export function extractOutput(primitive: ExtractedPrimitive, project: Project): MethodOutput {
  const { outputSchema, output } = primitive.options;
  const returned = returnedType(primitive.signature, project);
  const yields = returned.yields && { yields: returned.yields };
  if (outputSchema !== undefined) {
    const parts = toolParts(returned.type, project);
    checkWholeResults(primitive, returned, parts, project);
    // With a schema written by hand, the method may also return a whole result with its own structured half.
    const returns = (parts.isContent || parts.isUntyped) && { returns: "content" as const };
    return { ...givenOutput(outputSchema, primitive, project), ...returns, ...yields };
  }
  const extract = output === "structured" ? structured : plain;
  return { ...extract(returned, primitive, project), ...yields };
}

/** The output from the decorator's own `outputSchema`. */
function givenOutput(given: unknown, { node }: ExtractedPrimitive, project: Project): MethodOutput {
  const schema = validSchema("outputSchema", given, node, project);
  if (!schema) return {};
  return schema.type === "object" || isObjectSchema(schema)
    ? { outputSchema: { ...schema, type: "object", "x-given": true } }
    : { outputSchema: { ...schema, "x-given": true }, wrapped: true };
}

function plain(returned: Returned, primitive: ExtractedPrimitive, project: Project): MethodOutput {
  const parts = toolParts(returned.type, project);
  const { isContent, isUntyped, data } = parts;
  warnOfDoubt("tool", parts, returned, project);
  checkWholeResults(primitive, returned, parts, project);
  if (isStructured(parts)) {
    const schema = applyDoc(structuredSchema(returned, parts, project), primitive.doc.returns, project.diagnostics);
    return { ...toOutput(schema), returns: "content" };
  }
  if (isContent) return { ...partsSchema(returned, data, project), returns: "content" };
  if (isUntyped) return {};
  if (data.length === 0) return isNothing(returned.type) ? { returns: "nothing" } : {};
  const schema = documented(returned, primitive, project);
  return isTextSchema(schema) ? { resultSchema: orderKeywords(schema) } : toOutput(schema);
}

/** Whether each result has data: clients refuse one without, if the tool has an output schema. */
function isStructured({ structured, unstructured }: ResultParts): boolean {
  return structured.length > 0 && unstructured.length === 0;
}

/** A function of type `() => void` may return anything, but nobody should use it. */
function isNothing(type: ts.Type): boolean {
  return membersOf(type).every(({ flags }) => flags & ts.TypeFlags.VoidLike);
}

/** The output of a tool whose author has asked for a schema. */
function structured(returned: Returned, primitive: ExtractedPrimitive, project: Project): MethodOutput {
  const { Any, Unknown, VoidLike, Never } = ts.TypeFlags;
  const whole = membersOf(returned.type).find((member) => extendsCoreType(member, "ToolResult", project));
  if (whole) {
    const message = `The method returns ${project.checker.typeToString(whole)}, whose data is structured anyway.`;
    const help = "Remove the option. The schema is that of the type argument, as in ToolResult<Reading>.";
    project.diagnostics.report("invalid-option", primitive.locateOption("output"), message, help);
    return {};
  }
  if (membersOf(returned.type).some(({ flags }) => !(flags & (Any | Unknown | VoidLike | Never)))) {
    return toOutput(documented(returned, primitive, project));
  }
  const type = project.checker.typeToString(returned.type);
  const message = `The method returns ${type}, which has no schema.`;
  const help = "Write the type that the method returns, or remove the option.";
  project.diagnostics.report("invalid-option", primitive.locateOption("output"), message, help);
  return {};
}

function documented(returned: Returned, { doc }: ExtractedPrimitive, project: Project): Schema {
  return applyDoc(dataSchema(returned, project), doc.returns, project.diagnostics);
}

function toOutput(schema: Schema): MethodOutput {
  if (isObjectSchema(schema)) return { outputSchema: orderKeywords(mergeRootUnion({ ...schema, type: "object" })) };
  return { outputSchema: orderKeywords(schema), wrapped: true };
}

/** Whether all values of a schema are sent as text: no `null`, and no bytes. */
function isTextSchema(schema: Schema): boolean {
  if (Array.isArray(schema.anyOf)) return (schema.anyOf as Schema[]).every(isTextSchema);
  return schema.type === "string" && schema.contentEncoding === undefined;
}
