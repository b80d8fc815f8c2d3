import { ts } from "../typescript.js";

/** The doc comment next to a declaration. */
export function docComment(declaration: ts.Node): ts.JSDoc | undefined {
  return ts.getJSDocCommentsAndTags(declaration).findLast(ts.isJSDoc) ?? sameLineComment(declaration);
}

/** TypeScript attaches no comment in `{ /** doc *\/ a: number }`, where no line break stands before it. */
function sameLineComment(declaration: ts.Node): ts.JSDoc | undefined {
  const { text } = declaration.getSourceFile();
  const range = ts.getTrailingCommentRanges(text, declaration.pos)?.at(-1);
  if (!range) return undefined;
  const comment = text.slice(range.pos, range.end);
  const isBefore = !text.slice(range.end, declaration.getStart()).includes("\n");
  return comment.startsWith("/**") && isBefore ? parse(comment) : undefined;
}

function parse(comment: string): ts.JSDoc | undefined {
  const file = ts.createSourceFile("comment.ts", `${comment}\nlet documented;`, ts.ScriptTarget.Latest, true);
  return ts.getJSDocCommentsAndTags(file.statements[0] as ts.Statement).find(ts.isJSDoc);
}
