import type { ResourceManifest } from "@plainmcp/core/manifest";
import type { Project } from "../../project/project.js";
import { membersOf } from "../../typescript/members-of.js";
import { ts } from "../../typescript/typescript.js";
import type { ExtractedPrimitive } from "../primitive/extract-primitive.js";
import { partsSchema } from "./data-schema.js";
import { readResultLikeness, toolResultLikeness } from "./protocol-shape.js";
import { joinParts, NO_PARTS, plainParts, type ResultParts } from "./result-parts.js";
import { type Returned, returnedType } from "./returned-type.js";
import { warnOfDoubt } from "./warn-of-doubt.js";

/**
 * What a resource returns, with a schema for its data, which becomes JSON. Reports a type that cannot become contents.
 */
export function extractContents(
  { head, signature }: ExtractedPrimitive,
  project: Project,
): Pick<ResourceManifest, "resultSchema" | "yields"> {
  const returned = returnedType(signature, project);
  const parts = joinParts(membersOf(returned.type).map((member) => partsOf(member, project)));
  const { isContent, isUntyped, data } = parts;
  if (!isContent && !isUntyped && data.every(isNoContents)) {
    const type = project.checker.typeToString(returned.type);
    const message = `The resource ${head.name} returns ${type}, which cannot become contents.`;
    const help = "Return a string, bytes, or an object or array, which is sent as JSON.";
    project.diagnostics.report("unfit-result", returned.node, message, help);
    return {};
  }
  warnOfDoubt("resource", parts, returned, project);
  warnOfToolResult(data, returned, project);
  return { ...partsSchema(returned, data, project), ...(returned.yields && { yields: returned.yields }) };
}

function partsOf(type: ts.Type, project: Project): ResultParts {
  const { VoidLike, Null, Never } = ts.TypeFlags;
  // These mean that the resource does not exist.
  if (type.flags & (VoidLike | Null)) return NO_PARTS;
  if (type.flags & Never) return { ...NO_PARTS, isUntyped: true };
  const plain = plainParts(type, project);
  if (plain) return plain;
  const likeness = readResultLikeness(type, project);
  if (likeness === "is") return { ...NO_PARTS, isContent: true };
  return { ...NO_PARTS, data: [type], doubtful: likeness === "maybe" ? [type] : [] };
}

function isNoContents({ flags }: ts.Type): boolean {
  return (flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike | ts.TypeFlags.ESSymbolLike)) !== 0;
}

function warnOfToolResult(data: readonly ts.Type[], { node }: Returned, project: Project): void {
  const result = data.find((type) => toolResultLikeness(type, project) === "is");
  if (!result) return;
  const message = `${project.checker.typeToString(result)} is the result of a tool. A resource sends it as data.`;
  const help = "Return the text, the bytes or the data itself, or { contents: [{ uri, text }] } for several parts.";
  project.diagnostics.report("doubtful-result", node, message, help);
}
