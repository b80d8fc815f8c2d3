import type { Project } from "../../project/project.js";
import { membersOf } from "../../typescript/members-of.js";
import { ts } from "../../typescript/typescript.js";
import {
  atMost,
  bestOf,
  compareShape,
  type Likeness,
  leastOf,
  type Shape,
  type Test,
  type Tests,
} from "./compare-shape.js";

/** Whether an object type is a content block. A type with other required properties is not. */
export function blockLikeness(type: ts.Type, project: Project): Likeness {
  return blockWith(type, "no", project);
}

function blockWith(type: ts.Type, withExtra: Likeness, project: Project): Likeness {
  const property = project.checker.getPropertyOfType(type, "type");
  if (!property) return "no";
  const { kinds, isSure } = blockKinds(property, project);
  const found = kinds.map((kind): Likeness => {
    const shape = BLOCKS.get(kind);
    if (!shape) return "no";
    const { likeness, extra } = compareShape(type, shape, project);
    if (extra === "required") return atMost(withExtra, likeness);
    return extra === "optional" ? atMost("maybe", likeness) : likeness;
  });
  return isSure ? leastOf(found) : atMost("maybe", bestOf(found));
}

/** Whether an object type is a whole result of a tool: `{ content: […] }`. */
export function toolResultLikeness(type: ts.Type, project: Project): Likeness {
  const { likeness, list, extra } = compareWhole(type, "content", TOOL_RESULT, project);
  if (likeness === "no" || extra) return list === "is" ? atMost("maybe", likeness) : "no";
  // An object that also has `isError` is meant as a result of the protocol, however loosely its blocks are typed.
  const isNamed = Object.keys(TOOL_RESULT).some((name) => project.checker.getPropertyOfType(type, name));
  return isNamed ? likeness : atMost(likeness, list);
}

/** Whether an object type is a whole result of a resource: `{ contents: […] }`. */
export function readResultLikeness(type: ts.Type, project: Project): Likeness {
  const { likeness, list, extra } = compareWhole(type, "contents", READ_RESULT, project);
  if (extra) return list === "is" ? atMost("maybe", likeness) : "no";
  return atMost(likeness, list);
}

const anything: Test = () => "is";
const text: Test = (type, { checker }) => {
  return leastOf(membersOf(checker.getBaseConstraintOfType(type) ?? type).map(textLikeness));
};
const flag: Test = (type) => {
  const { Any, BooleanLike, Undefined } = ts.TypeFlags;
  return membersOf(type).every(({ flags }) => flags & (Any | BooleanLike | Undefined)) ? "is" : "no";
};
const contentsOfResource: Test = (type, project) => {
  return leastOf(membersOf(type).map((member) => contentsLikeness(member, project)));
};

const USUAL = { annotations: anything, _meta: anything };
const LINK = {
  ...USUAL,
  ...{ title: anything, description: anything, mimeType: anything, size: anything, icons: anything },
};
const MEDIA: Shape = { required: { type: anything, data: text, mimeType: text }, optional: USUAL };

const BLOCKS: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ["text", { required: { type: anything, text }, optional: USUAL }],
  ["image", MEDIA],
  ["audio", MEDIA],
  ["resource_link", { required: { type: anything, uri: text, name: text }, optional: LINK }],
  ["resource", { required: { type: anything, resource: contentsOfResource }, optional: USUAL }],
]);

const TOOL_RESULT = { isError: flag, structuredContent: anything, _meta: anything };
const READ_RESULT = { _meta: anything };
const CONTENTS = { mimeType: anything, _meta: anything };

/** In a list called `content`, an element with other properties is doubtful. */
function blockInResult(type: ts.Type, project: Project): Likeness {
  return blockWith(type, "maybe", project);
}

function contentsLikeness(type: ts.Type, project: Project): Likeness {
  const found = ["text", "blob"].map((content): Likeness => {
    const { likeness, extra } = compareShape(
      type,
      { required: { uri: text, [content]: text }, optional: CONTENTS },
      project,
    );
    return extra ? atMost("maybe", likeness) : likeness;
  });
  return bestOf(found);
}

/** Compares an object that has a list of blocks or contents; `list` says how well that list matches. */
function compareWhole(type: ts.Type, name: "content" | "contents", optional: Tests, project: Project) {
  let list = "no" as Likeness;
  const elements: Test = (listType) => {
    list = listLikeness(listType, name === "content" ? blockInResult : contentsLikeness, project);
    return list === "no" ? "no" : "is";
  };
  return { ...compareShape(type, { required: { [name]: elements }, optional, allowsMethods: true }, project), list };
}

function listLikeness(type: ts.Type, likenessOf: Test, project: Project): Likeness {
  const { checker } = project;
  return leastOf(
    membersOf(type).flatMap((member) => {
      if (!checker.isArrayType(member) && !checker.isTupleType(member)) return "no" as const;
      const elements = checker.getTypeArguments(member as ts.TypeReference).flatMap(membersOf);
      return elements.flatMap((element): Likeness | readonly Likeness[] => {
        if (element.flags & ts.TypeFlags.Never) return [];
        if (element.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return "maybe";
        return likenessOf(element, project);
      });
    }),
  );
}

/** Which blocks the property `type` allows, and whether it allows nothing else. */
function blockKinds(property: ts.Symbol, project: Project): { readonly kinds: string[]; readonly isSure: boolean } {
  const { checker } = project;
  const type = checker.getTypeOfSymbol(property);
  const literals = literalsOf(type) ?? literalsOf(inferredFrom(property, project));
  if (literals) return { kinds: literals, isSure: true };
  return { kinds: type.flags & ts.TypeFlags.String ? [...BLOCKS.keys()] : [], isSure: false };
}

/**
 * The type of the value that a property was inferred from: in `{ type: "text" }` without `as const`, the property is a
 * `string`.
 */
function inferredFrom({ valueDeclaration: node }: ts.Symbol, { checker }: Project): ts.Type | undefined {
  if (!node) return undefined;
  if (ts.isPropertyAssignment(node)) return checker.getTypeAtLocation(node.initializer);
  if (!ts.isPropertyDeclaration(node) || node.type || !node.initializer) return undefined;
  return checker.getTypeAtLocation(node.initializer);
}

function literalsOf(type: ts.Type | undefined): string[] | undefined {
  const members = type ? membersOf(type) : [];
  const values = members.flatMap((member) => (member.isStringLiteral() ? member.value : []));
  return members.length > 0 && values.length === members.length ? values : undefined;
}

/** An object is not text; another plain value probably should have been. */
function textLikeness(type: ts.Type): Likeness {
  const { Any, StringLike, Object: ObjectLike, NonPrimitive } = ts.TypeFlags;
  if (type.isIntersection()) return bestOf(type.types.map(textLikeness));
  if (type.flags & (Any | StringLike)) return "is";
  return type.flags & (ObjectLike | NonPrimitive) ? "no" : "maybe";
}
