import { ts } from "./typescript.js";

/** Files that were parsed without their comments. */
const bare = new WeakSet<ts.SourceFile>();

/** Parses a file without its comments. Parsing all comments of the platform takes long, and few are ever needed. */
export function withoutComments(
  parse: (mode: Pick<ts.CreateSourceFileOptions, "jsDocParsingMode">) => ts.SourceFile | undefined,
): ts.SourceFile | undefined {
  const file = parse({ jsDocParsingMode: ts.JSDocParsingMode.ParseNone });
  if (file) bare.add(file);
  return file;
}

/** Makes sure that a node's file has its doc comments. Call this before reading any. */
export function restoreComments(node: ts.Node): void {
  const file = node.getSourceFile();
  if (!bare.delete(file)) return;
  const setParentNodes = true;
  copyComments(ts.createSourceFile(file.fileName, file.text, file.languageVersion, setParentNodes), file);
}

/** Both are parsed from the same text, so they have the same nodes. */
function copyComments(from: ts.Node, to: ts.Node): void {
  const { jsDoc } = from as Documented;
  if (jsDoc) {
    (to as Documented).jsDoc = jsDoc;
    for (const comment of jsDoc) Object.assign(comment, { parent: to });
  }
  const children: ts.Node[] = [];
  ts.forEachChild(to, (child) => void children.push(child));
  let index = 0;
  ts.forEachChild(from, (child) => {
    const twin = children[index++];
    if (twin) copyComments(child, twin);
  });
}

interface Documented extends ts.Node {
  jsDoc?: readonly ts.JSDoc[];
}
