import { type LiteralValue, literalValue } from "../typescript/literal-value.js";
import { ts } from "../typescript/typescript.js";

/**
 * Sorts types by nothing but the source: TypeScript's own order is that in which it first met them anywhere in the
 * program, and differs between its versions. Declared types come first, in the order of their declarations; then
 * literals as written nearby, or else by value; then everything else; `null` and `undefined` last.
 *
 * @param near The nodes that may contain the literals, such as the parameter
 */
export function stableOrder(
  types: readonly ts.Type[],
  checker: ts.TypeChecker,
  near: readonly ts.Node[] = [],
): readonly ts.Type[] {
  if (types.length < 2) return types;
  const literals = near.flatMap(literalsIn);
  const keyed = types.map((type) => ({ type, key: sortKey(type, literals, checker) }));
  return keyed.sort((a, b) => compareKeys(a.key, b.key)).map(({ type }) => type);
}

/** Kind, then file, then position or number, then text. */
type SortKey = readonly [kind: number, file: string, position: number, text: string];

function sortKey(type: ts.Type, literals: readonly LiteralValue[], checker: ts.TypeChecker): SortKey {
  const text = checker.typeToString(type);
  if (type.flags & (ts.TypeFlags.Null | ts.TypeFlags.VoidLike)) return [KIND.nothing, "", 0, text];
  const declaration = declarationOf(type);
  if (declaration) return [KIND.declared, declaration.getSourceFile().fileName, declaration.pos, text];
  const value = literalValue(type);
  if (value === undefined) return [KIND.other, "", PRIMITIVES.indexOf(text), text];
  const index = literals.indexOf(value);
  if (index !== -1) return [KIND.writtenLiteral, "", index, text];
  return typeof value === "number" ? [KIND.number, "", value, text] : [KIND.literal, "", 0, text];
}

const KIND = { declared: 0, writtenLiteral: 1, literal: 2, number: 3, other: 4, nothing: 5 };

const PRIMITIVES = ["string", "number", "boolean", "bigint"];

/** The user's declaration of a type. The order of the platform's declarations has no meaning. */
function declarationOf({ symbol, aliasSymbol }: ts.Type): ts.Declaration | undefined {
  const declaration = (aliasSymbol ?? symbol)?.declarations?.[0];
  return declaration && !declaration.getSourceFile().isDeclarationFile ? declaration : undefined;
}

function literalsIn(node: ts.Node): LiteralValue[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isNumericLiteral(node)) return [Number(node.text)];
  const found: LiteralValue[] = [];
  ts.forEachChild(node, (child) => {
    found.push(...literalsIn(child));
  });
  return found;
}

function compareKeys(a: SortKey, b: SortKey): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] as string | number;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
