import type { PromptManifest } from "@plainmcp/core/manifest";
import type { Project } from "../../project/project.js";
import { isBytes } from "../../schema/convert-bytes.js";
import { streamChunk } from "../../schema/stream-chunk.js";
import { membersOf } from "../../typescript/members-of.js";
import { ts } from "../../typescript/typescript.js";
import type { ExtractedPrimitive } from "../primitive/extract-primitive.js";
import { blockLikeness } from "./protocol-shape.js";
import { elementTypes } from "./result-parts.js";
import { returnedType } from "./returned-type.js";

/** What a prompt returns. Reports a type that can never become messages. */
export function checkMessages(
  { head, signature }: ExtractedPrimitive,
  project: Project,
): Pick<PromptManifest, "yields"> {
  const { type, node, yields } = returnedType(signature, project);
  if (!membersOf(type).some((member) => mayBeMessages(member, project))) {
    const name = project.checker.typeToString(type);
    const message = `The prompt ${head.name} returns ${name}, which cannot become messages.`;
    const help = "Return a string, a content block, a message { role, content }, or an array of these.";
    project.diagnostics.report("unfit-result", node, message, help);
  }
  return yields ? { yields } : {};
}

function mayBeMessages(type: ts.Type, project: Project): boolean {
  const { checker } = project;
  const { Any, Unknown, Never, StringLike, NonPrimitive, TypeParameter } = ts.TypeFlags;
  if (type.flags & (Any | Unknown | Never | StringLike | NonPrimitive | TypeParameter)) return true;
  if (type.isIntersection() && type.types.some(({ flags }) => flags & StringLike)) return true;
  if (isBytes(type, project)) return true;
  const elements = elementsOf(type, project);
  if (elements) return elements.length === 0 || elements.some((element) => mayBeMessages(element, project));
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return false;
  const has = (name: string) => checker.getPropertyOfType(type, name) !== undefined;
  return has("messages") || (has("role") && has("content")) || isOpen(type) || blockLikeness(type, project) !== "no";
}

function elementsOf(type: ts.Type, project: Project): readonly ts.Type[] | undefined {
  const chunk = streamChunk(type, project);
  return chunk ? membersOf(chunk) : elementTypes(type, project);
}

/** Anything may be in it. */
function isOpen(type: ts.Type): boolean {
  return type.getStringIndexType() !== undefined || type.getProperties().length === 0;
}
