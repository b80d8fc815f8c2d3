import type { Project } from "../../project/project.js";
import { ts } from "../../typescript.js";

/**
 * How much a type is one of the protocol's: all its values are, or some may be and others not, or none is meant to be.
 * docs/reference/results.md has the rule.
 */
export type Likeness = "is" | "maybe" | "no";

/** Whether an object type is a content block. One that has to have something else is none. */
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
    const { likeness, extra } = compare(type, shape, project);
    if (extra === "required") return atMost(withExtra, likeness);
    return extra === "optional" ? atMost("maybe", likeness) : likeness;
  });
  return isSure ? leastOf(found) : atMost("maybe", bestOf(found));
}

/** Whether an object type is a whole result of a tool: `{ content: […] }`. */
export function toolResultLikeness(type: ts.Type, project: Project): Likeness {
  const { likeness, list, extra } = compareWhole(type, "content", TOOL_RESULT, project);
  if (likeness === "no" || extra) return list === "is" ? atMost("maybe", likeness) : "no";
  // An object that says `isError` too means what the protocol means, however loosely its blocks are typed.
  const isNamed = Object.keys(TOOL_RESULT).some((name) => project.checker.getPropertyOfType(type, name));
  return isNamed ? likeness : atMost(likeness, list);
}

/** Whether an object type is a whole result of a resource: `{ contents: […] }`. */
export function readResultLikeness(type: ts.Type, project: Project): Likeness {
  const { likeness, list, extra } = compareWhole(type, "contents", READ_RESULT, project);
  if (extra) return list === "is" ? atMost("maybe", likeness) : "no";
  return atMost(likeness, list);
}

/** The least sure of several. Of none, it is a sure thing: a list without elements. */
export function leastOf(found: readonly Likeness[]): Likeness {
  return found.reduce(atMost, "is");
}

type Test = (type: ts.Type, project: Project) => Likeness;

type Tests = Readonly<Record<string, Test>>;

interface Shape {
  readonly required: Tests;
  readonly optional: Tests;
}

const anything: Test = () => "is";
const text: Test = (type, { checker }) => {
  const members = membersOf(checker.getBaseConstraintOfType(type) ?? type);
  const texts = members.filter(({ flags }) => flags & (ts.TypeFlags.StringLike | ts.TypeFlags.Any));
  const brands = members.filter((member) => member.isIntersection() && member.types.some(isText));
  const count = texts.length + brands.length;
  return count === members.length ? "is" : count > 0 ? "maybe" : "no";
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

/** Where the list is called `content`, an element with something else is in doubt. */
function blockInResult(type: ts.Type, project: Project): Likeness {
  return blockWith(type, "maybe", project);
}

function contentsLikeness(type: ts.Type, project: Project): Likeness {
  const found = ["text", "blob"].map((content): Likeness => {
    const { likeness, extra } = compare(
      type,
      { required: { uri: text, [content]: text }, optional: CONTENTS },
      project,
    );
    return extra ? atMost("maybe", likeness) : likeness;
  });
  return bestOf(found);
}

/** Compares an object that has a list of blocks or contents; `list` is how much that is one. */
function compareWhole(type: ts.Type, name: "content" | "contents", optional: Tests, project: Project) {
  let list = "no" as Likeness;
  const elements: Test = (listType) => {
    list = listLikeness(listType, name === "content" ? blockInResult : contentsLikeness, project);
    return list === "no" ? "no" : "is";
  };
  return { ...compare(type, { required: { [name]: elements }, optional }, project), list };
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

/** Compares the properties of an object with those of a shape; `extra` is what it has beside them. */
function compare(type: ts.Type, { required, optional }: Shape, project: Project) {
  const { checker } = project;
  const found: Likeness[] = [];
  let extra: "required" | "optional" | undefined;
  for (const [name, test] of Object.entries(required)) {
    const property = checker.getPropertyOfType(type, name);
    if (!property) return { likeness: "no" as const, extra };
    const likeness = test(checker.getNonNullableType(checker.getTypeOfSymbol(property)), project);
    found.push(mayBeAbsent(property, checker) ? atMost("maybe", likeness) : likeness);
  }
  for (const property of checker.getPropertiesOfType(type)) {
    const value = checker.getTypeOfSymbol(property);
    if (Object.hasOwn(required, property.name) || membersOf(value).every(({ flags }) => flags & ts.TypeFlags.Undefined))
      continue;
    const test = Object.hasOwn(optional, property.name) ? optional[property.name] : undefined;
    if (test && test(value, project) !== "no") continue;
    // What extends a type of an SDK, which lets results have more, is one still.
    if (type.getStringIndexType()) continue;
    if (extra !== "required") extra = mayBeAbsent(property, checker) ? "optional" : "required";
  }
  return { likeness: leastOf(found), extra };
}

/** Which blocks the property `type` allows, and whether it allows nothing else. */
function blockKinds(property: ts.Symbol, project: Project): { readonly kinds: string[]; readonly isSure: boolean } {
  const { checker } = project;
  const type = checker.getTypeOfSymbol(property);
  const literals = literalsOf(type) ?? literalsOf(inferredFrom(property, project));
  if (literals) return { kinds: literals, isSure: true };
  return { kinds: type.flags & ts.TypeFlags.String ? [...BLOCKS.keys()] : [], isSure: false };
}

/** The type of the value that a property was inferred from: `{ type: "text" }` without `as const` has a `string`. */
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

function mayBeAbsent(property: ts.Symbol, checker: ts.TypeChecker): boolean {
  if (property.flags & ts.SymbolFlags.Optional) return true;
  const { Undefined, Null } = ts.TypeFlags;
  return membersOf(checker.getTypeOfSymbol(property)).some(({ flags }) => flags & (Undefined | Null));
}

function isText({ flags }: ts.Type): boolean {
  return (flags & ts.TypeFlags.StringLike) !== 0;
}

function membersOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

const ORDER: readonly Likeness[] = ["no", "maybe", "is"];

function atMost(a: Likeness, b: Likeness): Likeness {
  return ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b;
}

function bestOf(found: readonly Likeness[]): Likeness {
  return found.reduce((best, one) => (ORDER.indexOf(one) > ORDER.indexOf(best) ? one : best), "no");
}
