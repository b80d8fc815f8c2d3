import { isSilent } from "../docs/doc.js";
import { readDoc } from "../docs/read-doc.js";
import type { Schema } from "../json-schema/schema.js";
import { type ValueNote, withNotes } from "../json-schema/value-notes.js";
import type { Project } from "../project/project.js";
import { resolveAlias } from "../typescript/resolve-alias.js";
import { ts } from "../typescript/typescript.js";
import { aliasDeclaration, unwrap } from "../typescript/written-type.js";
import type { Site } from "./site.js";
import type { UnionMember } from "./written-members.js";

/** The members of a union that are flags, and the schema of their combinations. */
export interface FlagSet {
  readonly members: ReadonlySet<UnionMember>;
  readonly schema: Schema;
}

/**
 * The flags among the members of a union: an enum, or an object of constants used like one, whose values are combined
 * with `|`. Every integer from 0 to all flags together is a value.
 */
export function flagSets(members: readonly UnionMember[], site: Site, project: Project): FlagSet[] {
  const enums = new Set(members.flatMap(({ type }) => enumOf(type) ?? []));
  const objects = site.written ? valueTypes(site.written, project) : [];
  const lists = [
    ...[...enums].map((one) => flagsOfEnum(one, project)),
    ...objects.map((one) => flagsOfObject(one, project)),
  ];
  return lists.flatMap((flags) => {
    if (!flags || !areFlags(flags)) return [];
    const values = new Set(flags.map(({ value }) => value));
    const found = members.filter(({ type }) => type.isNumberLiteral() && values.has(type.value));
    // If only some of them are in the union, they are a choice and not flags.
    return found.length < values.size ? [] : [{ members: new Set(found), schema: schemaOf(flags) }];
  });
}

interface Flag {
  readonly name: string;
  readonly value: number;
  /** The value as it is written. */
  readonly written: ts.Node | undefined;
  /** The node with its comment. */
  readonly node: ts.Node;
  /** The node with the comment on all of them. */
  readonly whole: ts.Node;
}

function enumOf({ symbol }: ts.Type): ts.EnumDeclaration | undefined {
  return symbol?.declarations?.find(ts.isEnumMember)?.parent;
}

/** From all declarations of the enum, because it may have several. */
function flagsOfEnum(declaration: ts.EnumDeclaration, { checker }: Project): Flag[] | undefined {
  const symbol = checker.getSymbolAtLocation(declaration.name);
  const members = (symbol?.declarations ?? []).filter(ts.isEnumDeclaration).flatMap((one) => [...one.members]);
  return complete(
    members.map((node) => {
      const value = checker.getConstantValue(node);
      return { name: node.name.getText(), value, written: node.initializer, node, whole: node.parent };
    }),
  );
}

/** The `typeof Flags` in each `(typeof Flags)[keyof typeof Flags]` in a written type or its members. */
function valueTypes(written: ts.TypeNode, project: Project): ts.TypeNode[] {
  const node = unwrap(written);
  if (ts.isUnionTypeNode(node)) return node.types.flatMap((part) => valueTypes(part, project));
  if (ts.isTypeReferenceNode(node)) {
    const alias = aliasDeclaration(resolveAlias(project.checker.getSymbolAtLocation(node.typeName), project.checker));
    return alias && !alias.typeParameters ? valueTypes(alias.type, project) : [];
  }
  if (!ts.isIndexedAccessTypeNode(node)) return [];
  const [object, keys] = [unwrap(node.objectType), unwrap(node.indexType)];
  const isOfKeys = ts.isTypeOperatorNode(keys) && ts.isTypeQueryNode(unwrap(keys.type));
  return ts.isTypeQueryNode(object) && isOfKeys ? [object] : [];
}

function flagsOfObject(object: ts.TypeNode, { checker }: Project): Flag[] | undefined {
  return complete(
    checker.getPropertiesOfType(checker.getTypeFromTypeNode(object)).map((property) => {
      const node = property.valueDeclaration ?? object;
      const constant = checker.getTypeOfSymbol(property);
      const written = ts.isPropertyAssignment(node) ? node.initializer : undefined;
      const value = constant.isNumberLiteral() ? constant.value : undefined;
      return { name: property.name, value, written, node, whole: statementOf(node) };
    }),
  );
}

function statementOf(node: ts.Node): ts.Node {
  return ts.isVariableStatement(node) || ts.isSourceFile(node) ? node : statementOf(node.parent);
}

/** Flags must all be integers. */
function complete(flags: readonly (Omit<Flag, "value"> & { readonly value: unknown })[]): Flag[] | undefined {
  const isNumber = (flag: { readonly value: unknown }): flag is Flag => Number.isSafeInteger(flag.value);
  return flags.length > 0 && flags.every(isNumber) ? [...flags] : undefined;
}

function areFlags(flags: readonly Flag[]): boolean {
  const [first] = flags;
  if (first && ts.getJSDocTags(first.whole).some(({ tagName }) => tagName.text === "flags")) return true;
  if (flags.some(({ written }) => written && isCombined(written))) return true;
  const bits = flags.filter(({ value }) => value !== 0);
  if (bits.length === 0 || !bits.every(({ value }) => isPowerOfTwo(value))) return false;
  return new Set(bits.map(({ value }) => value)).size > 2 || bits.every(({ written }) => isHexadecimal(written));
}

/** Whether a value is written with `<<` or `|`. */
function isCombined(node: ts.Node): boolean {
  if (ts.isParenthesizedExpression(node)) return isCombined(node.expression);
  if (!ts.isBinaryExpression(node)) return false;
  return ["<<", "|"].includes(node.operatorToken.getText()) || isCombined(node.left) || isCombined(node.right);
}

function isHexadecimal(written: ts.Node | undefined): boolean {
  return written !== undefined && ts.isNumericLiteral(written) && /^0x/i.test(written.getText());
}

function isPowerOfTwo(value: number): boolean {
  return value > 0 && Number.isInteger(Math.log2(value));
}

function schemaOf(flags: readonly Flag[]): Schema {
  // `|` on numbers only works up to 31 bits.
  const all = flags.reduce((bits, { value }) => bits | BigInt(value), 0n);
  const range = all < 0n ? { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 } : { minimum: 0, maximum: Number(all) };
  return withNotes({ type: "integer", ...range }, flags.map(noteOf));
}

function noteOf({ name, value, node }: Flag): ValueNote {
  const doc = readDoc(node);
  return { value, text: isSilent(doc) || doc.description === "" ? name : `${name}. ${doc.description}` };
}
