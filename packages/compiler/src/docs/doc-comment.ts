import { restoreComments } from "../typescript/comments.js";
import { ts } from "../typescript/typescript.js";
import { maskCode } from "./mask-code.js";

/** The doc comment of a declaration or of a member of a union. */
export function docComment(node: ts.Node): ts.JSDoc | undefined {
  if (ts.isTypeNode(node)) return unionMemberComment(node);
  restoreComments(node);
  const comment = ts.getJSDocCommentsAndTags(node).findLast(ts.isJSDoc);
  return comment ? withoutTagsInCode(comment) : sameLineComment(node);
}

/**
 * The tags of a comment in the order they are written. TypeScript nests `@param {string} order.id` inside the `@param
 * {object} order` before it.
 */
export function tagsOf(comment: ts.JSDoc | undefined): readonly ts.JSDocTag[] {
  return (comment?.tags ?? []).flatMap(withInner).sort((a, b) => a.pos - b.pos);
}

function withInner(tag: ts.JSDocTag): ts.JSDocTag[] {
  const type = ts.isJSDocParameterTag(tag) ? tag.typeExpression?.type : undefined;
  const inner = type && ts.isJSDocTypeLiteral(type) ? (type.jsDocPropertyTags ?? []) : [];
  return [tag, ...inner.flatMap(withInner)];
}

/** TypeScript takes decorators in fenced code for tags. */
function withoutTagsInCode(comment: ts.JSDoc): ts.JSDoc {
  const text = comment.getText();
  const masked = maskCode(text);
  return masked === text ? comment : (parse(masked) ?? comment);
}

/** TypeScript does not attach the comment in `{ /** doc *\/ a: number }`, because no line break comes before it. */
function sameLineComment(declaration: ts.Node): ts.JSDoc | undefined {
  const { text } = declaration.getSourceFile();
  const range = ts.getTrailingCommentRanges(text, declaration.pos)?.at(-1);
  if (!range) return undefined;
  const comment = text.slice(range.pos, range.end);
  const isBefore = !text.slice(range.end, declaration.getStart()).includes("\n");
  return comment.startsWith("/**") && isBefore ? parse(comment) : undefined;
}

/** Nor does it attach a comment to a member of a union, before or after the bar. */
function unionMemberComment(member: ts.TypeNode): ts.JSDoc | undefined {
  const { parent } = member;
  if (!ts.isUnionTypeNode(parent)) return undefined;
  const previous = parent.types[parent.types.indexOf(member) - 1];
  const between = member.getSourceFile().text.slice(previous?.end ?? parent.pos, member.getStart());
  const comment = between.match(/\/\*\*[\s\S]*?\*\//g)?.at(-1);
  if (comment === undefined) return undefined;
  const [before = "", after = ""] = between.split(comment);
  const isOfPrevious = previous !== undefined && !before.includes("\n") && after.includes("\n");
  return isOfPrevious ? undefined : parse(comment);
}

function parse(comment: string): ts.JSDoc | undefined {
  const file = ts.createSourceFile("comment.ts", `${comment}\nlet documented;`, ts.ScriptTarget.Latest, true);
  return ts.getJSDocCommentsAndTags(file.statements[0] as ts.Statement).find(ts.isJSDoc);
}
