import type { Project } from "../../project/project.js";
import { coreName } from "../../project/symbol-origin.js";
import { isUnresolved } from "../../schema/convert-unknown.js";
import type { Site } from "../../schema/site.js";
import { membersOf } from "../../typescript/members-of.js";
import { ts } from "../../typescript/typescript.js";
import { writtenArgument } from "../../typescript/written-type.js";

/**
 * What the type of a whole result says about its `structuredContent`: a type, a type or `undefined`, nothing, or that there
 * is none. An optional property may be missing from an error, so it has a type.
 */
export type Half = "typed" | "maybe" | "any" | "none";

/** What a whole result says about its structured half. */
export function halfOf(whole: ts.Type, project: Project): Half {
  const property = project.checker.getPropertyOfType(whole, NAME);
  if (!property) return whole.getStringIndexType() ? "any" : "none";
  const { VoidLike, Never } = ts.TypeFlags;
  const all = membersOf(project.checker.getTypeOfSymbol(property));
  const members = all.filter(({ flags }) => !(flags & (VoidLike | Never)));
  if (members.length === 0) return "none";
  if (!members.some((member) => isSpecific(member, project))) return "any";
  return members.length < all.length && !(property.flags & ts.SymbolFlags.Optional) ? "maybe" : "typed";
}

/** The structured half of a whole result. @param written How the result is written, if it is */
export function halfSite(whole: ts.Type, written: ts.TypeNode | undefined, site: Site, project: Project): Site {
  const property = project.checker.getPropertyOfType(whole, NAME) as ts.Symbol;
  const isOurs = coreName(whole.symbol, project) === "ToolResult";
  const { node, path } = site;
  return {
    ...{ type: project.checker.getTypeOfSymbol(property), optional: true, node, path },
    written: isOurs ? writtenArgument(written, 0) : writtenType(property.valueDeclaration),
  };
}

const NAME = "structuredContent";

/** Whether a type says more than that a value is an object, or anything. */
function isSpecific(type: ts.Type, { checker }: Project): boolean {
  if (isUnresolved(type)) return true;
  const meant = type.flags & ts.TypeFlags.Instantiable ? checker.getBaseConstraintOfType(type) : type;
  const { Any, Unknown, NonPrimitive } = ts.TypeFlags;
  if (meant === undefined || meant.flags & (Any | Unknown | NonPrimitive)) return false;
  if (!(meant.flags & ts.TypeFlags.Object) || checker.getPropertiesOfType(meant).length > 0) return true;
  return checker.getIndexInfosOfType(meant).some(({ type: value }) => !isAnything(value, meant));
}

/** Whether the values of a record may be anything, or any JSON, which contains such records again. */
function isAnything(value: ts.Type, record: ts.Type): boolean {
  return (value.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0 || membersOf(value).includes(record);
}

function writtenType(declaration: ts.Declaration | undefined): ts.TypeNode | undefined {
  const isTyped = declaration && (ts.isPropertySignature(declaration) || ts.isPropertyDeclaration(declaration));
  return isTyped ? declaration.type : undefined;
}
