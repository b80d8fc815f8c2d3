import type { Project } from "../../project/project.js";
import { iterableKind } from "../../schema/iterable-kind.js";
import { membersOf } from "../../typescript/members-of.js";
import { returnedExpressions } from "../../typescript/returned-expressions.js";
import { ts } from "../../typescript/typescript.js";
import { writtenArgument } from "../../typescript/written-type.js";

/** What a call of a method results in, after `await`. For a generator with a result, that is the result. */
export interface Returned {
  readonly type: ts.Type;
  /** The type as it is written. */
  readonly written: ts.TypeNode | undefined;
  /** The expressions that the type was inferred from. */
  readonly sources: readonly ts.Expression[];
  /** Where the return type is written, else the method's name. */
  readonly node: ts.Node;
  /** The method is a generator with a result: what it yields is progress. */
  readonly yields?: "progress";
  /** What such a generator yields. */
  readonly yielded?: ts.Type | undefined;
}

/** What a method returns. */
export function returnedType(signature: ts.Signature, project: Project): Returned {
  const { checker } = project;
  const declaration = signature.getDeclaration();
  const declared = signature.getReturnType();
  const type = checker.getAwaitedType(declared) ?? declared;
  const written = awaitedNode(signature, type === declared);
  const node = returnNode(declaration);
  const sources = (of: "return" | "yield") => (written ? [] : returnedExpressions(declaration, of));
  if (!iterableKind(type, project)) return { type, written, node, sources: sources("return") };
  const result = generatorResult(type, project);
  if (!result) return { type, written, node, sources: sources("yield") };
  const [yielded] = checker.getTypeArguments(type as ts.TypeReference);
  const progress = { yields: "progress", yielded: yielded && (checker.getAwaitedType(yielded) ?? yielded) } as const;
  return { type: result, written: writtenArgument(written, 1), node, sources: sources("return"), ...progress };
}

/** Where the return type is written, else the method's name. */
export function returnNode(declaration: ts.SignatureDeclaration): ts.Node {
  return declaration.type ?? declaration.name ?? declaration;
}

/** The `R` of `AsyncGenerator<Y, R>` and similar types, if it is a result. */
function generatorResult(type: ts.Type, { checker }: Project): ts.Type | undefined {
  const [, returned] = checker.getTypeArguments(type as ts.TypeReference);
  const result = returned && (checker.getAwaitedType(returned) ?? returned);
  if (!result) return undefined;
  const { Any, Unknown, VoidLike, Never } = ts.TypeFlags;
  return membersOf(result).every(({ flags }) => flags & (Any | Unknown | VoidLike | Never)) ? undefined : result;
}

/** The return type as it is written; of `Promise<T>` it is `T`. */
function awaitedNode({ declaration }: ts.Signature, isAwaited: boolean): ts.TypeNode | undefined {
  const written = declaration && !ts.isJSDocSignature(declaration) ? declaration.type : undefined;
  return isAwaited ? written : writtenArgument(written, 0);
}
