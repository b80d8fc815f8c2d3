import type { ts } from "../typescript/typescript.js";
import { docComment, tagsOf } from "./doc-comment.js";

/** Whether a declaration is marked as internal. */
export function isInternal(declaration: ts.Node): boolean {
  return tagsOf(docComment(declaration)).some(({ tagName }) => MARKS.has(tagName.text));
}

const MARKS: ReadonlySet<string> = new Set(["internal", "private", "hidden", "ignore"]);
