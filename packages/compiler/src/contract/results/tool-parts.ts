import type { Project } from "../../project/project.js";
import { coreName } from "../../project/symbol-origin.js";
import { membersOf } from "../../typescript/members-of.js";
import { ts } from "../../typescript/typescript.js";
import { leastOf } from "./compare-shape.js";
import { extraProperty } from "./extra-property.js";
import { blockLikeness, toolResultLikeness } from "./protocol-shape.js";
import { contentParts, elementTypes, joinParts, NO_PARTS, plainParts, type ResultParts } from "./result-parts.js";
import { halfOf } from "./structured-half.js";

/** Which parts of a tool's result are content, and which are data. A list that contains content is content. */
export function toolParts(type: ts.Type, project: Project): ResultParts {
  return partsOf(membersOf(type), project, (member) => listParts(member, project) ?? wholeParts(member, project));
}

type Judge = (member: ts.Type) => ResultParts | undefined;

function partsOf(members: readonly ts.Type[], project: Project, judge: Judge): ResultParts {
  const known = members.map((member) => plainParts(member, project) ?? judge(member) ?? coreParts(member, project));
  const others = members.filter((_, index) => known[index] === undefined);
  return joinParts([...known.filter((parts) => parts !== undefined), blockParts(others, project)]);
}

/** Objects are blocks only if all of them are: among other objects, one with a type and a text is just data. */
function blockParts(members: readonly ts.Type[], project: Project): ResultParts {
  const objects = members.filter(({ flags }) => flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection));
  const likeness = leastOf(objects.map((object) => blockLikeness(object, project)));
  const data = members.filter(({ flags }) => !(flags & (ts.TypeFlags.VoidLike | ts.TypeFlags.Never)));
  if (objects.length === 0 || likeness === "no") return { ...NO_PARTS, data };
  if (likeness === "maybe") return { ...NO_PARTS, data, doubtful: objects };
  return { ...contentParts(...objects), data: data.filter((member) => !objects.includes(member)) };
}

function listParts(type: ts.Type, project: Project): ResultParts | undefined {
  const elements = elementTypes(type, project);
  if (!elements) return undefined;
  if (elements.some((element) => wholeParts(element, project)?.isContent)) {
    return { ...NO_PARTS, isContent: true, listed: [type] };
  }
  const parts = partsOf(elements, project, () => undefined);
  if (parts.isContent) return { ...parts, unstructured: [type] };
  const isDoubtful = parts.doubtful.length > 0 || elements.some((element) => isListOfContent(element, project));
  return { ...NO_PARTS, data: [type], doubtful: isDoubtful ? [type] : [] };
}

/** Inside another list, such a list is data. */
function isListOfContent(type: ts.Type, project: Project): boolean {
  const elements = elementTypes(type, project);
  return elements !== undefined && partsOf(elements, project, () => undefined).isContent;
}

function wholeParts(type: ts.Type, project: Project): ResultParts | undefined {
  const property = extraProperty(type, project);
  if (property !== undefined) return { ...NO_PARTS, isContent: true, extended: [{ type, property }] };
  const likeness = toolResultLikeness(type, project);
  if (likeness === "no") return undefined;
  if (likeness === "maybe") return { ...NO_PARTS, data: [type], doubtful: [type] };
  const half = halfOf(type, project);
  const isComplete =
    half === "typed" || half === "any" || project.checker.getPropertyOfType(type, "isError") !== undefined;
  const parts = isComplete ? { ...NO_PARTS, isContent: true } : contentParts(type);
  return half === "typed" || half === "maybe" ? { ...parts, structured: [type] } : parts;
}

function coreParts(type: ts.Type, project: Project): ResultParts | undefined {
  return CORE_CONTENT.has(coreName(type.symbol, project) ?? "") ? contentParts(type) : undefined;
}

const CORE_CONTENT: ReadonlySet<string> = new Set([
  "TextContent",
  "ImageContent",
  "AudioContent",
  "ResourceLink",
  "EmbeddedResource",
  "ToolResult",
]);
