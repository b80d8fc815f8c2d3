import { ts } from "../typescript/typescript.js";
import type { MethodDoc, ParamDoc } from "./doc.js";
import { docComment, tagsOf } from "./doc-comment.js";
import { DocPart } from "./doc-part.js";
import { unmaskCode } from "./mask-code.js";
import { readExample } from "./read-example.js";
import { isValueTag } from "./value-tags.js";

/** The doc comment of a declaration, split into what each part is about. */
export function readDoc(declaration: ts.Node): MethodDoc {
  if (ts.isJSDocPropertyLikeTag(declaration)) return readPropertyTag(declaration);
  const comment = docComment(declaration);
  const own = new DocPart();
  const returns = new DocPart();
  const params = new Map<string, { readonly part: DocPart; readonly node: ts.Node }>();
  const place = (node: ts.Node) => (node.getSourceFile() === declaration.getSourceFile() ? node : declaration);
  if (comment) own.addText(textOf(comment), place(comment));
  // A tag belongs to the block tag before it. After a code example it belongs to nothing, because code may contain what
  // looks like tags.
  let current = own;
  let isInCode = false;
  for (const tag of tagsOf(comment)) {
    const name = tag.tagName.text;
    const text = textOf(tag);
    const example = name === "example" ? readExample(text) : undefined;
    if (name === "example") {
      isInCode = example === undefined;
      if (example !== undefined) current.addTag(name, example, place(tag));
    } else if (ts.isJSDocParameterTag(tag)) {
      current = new DocPart();
      params.set(tag.name.getText(tag.getSourceFile()), { part: current, node: place(tag) });
      addPropertyText(tag, current, place(tag));
    } else if (ts.isJSDocReturnTag(tag)) {
      current = returns;
      current.addText(text, place(tag));
    } else if (isValueTag(name)) {
      if (!isInCode || startsItsLine(tag)) current.addTag(name, text, place(tag));
      continue;
    } else {
      current = own;
      if (name === "remarks") current.addText(text, place(tag));
    }
    isInCode &&= name === "example";
  }
  return {
    ...own.doc(),
    params: new Map([...params].map(([name, { part, node }]): [string, ParamDoc] => [name, { ...part.doc(), node }])),
    returns: returns.doc(),
  };
}

/** `@property {number} limit How many`, in a type that a JavaScript comment defines. */
function readPropertyTag(tag: ts.JSDocPropertyLikeTag): MethodDoc {
  const part = new DocPart();
  addPropertyText(tag, part, tag);
  return { ...part.doc(), params: new Map(), returns: new DocPart().doc() };
}

function addPropertyText(tag: ts.JSDocPropertyLikeTag, part: DocPart, node: ts.Node): void {
  const [bracket, initial] = tag.isBracketed ? (BRACKET.exec(asMeant(tag.getText(tag.getSourceFile()))) ?? []) : [];
  const text = textOf(tag);
  // TypeScript may include the end of the default in the text.
  const rest = text.slice(0, text.indexOf("]") + 1);
  const own = rest !== "" && withoutEscapes(bracket).endsWith(withoutEscapes(rest)) ? text.slice(rest.length) : text;
  // The dash is punctuation between name and text. A minus sign has no space after it.
  part.addText(own.replace(/^\s*[-–—]\s+/, ""), node);
  if (initial !== undefined) part.addTag("default", initial, node);
}

/** `[name=default]` */
const BRACKET = /\[[^=\]]*=\s*([^\]]*)\]/;

function withoutEscapes(text = ""): string {
  return text.replaceAll("\\", "");
}

function startsItsLine(tag: ts.JSDocTag): boolean {
  const { text } = tag.getSourceFile();
  return /^[\s/*]*$/.test(text.slice(text.lastIndexOf("\n", tag.pos) + 1, tag.pos));
}

/** The text with its links. TypeScript loses the line break after a link, so this restores it. */
function textOf({ comment }: ts.JSDoc | ts.JSDocTag): string {
  if (comment === undefined || typeof comment === "string") return asMeant(comment ?? "");
  const parts = comment.map((part, index) => {
    const text = ts.getTextOfJSDocComment([part] as unknown as typeof comment) ?? "";
    const isBroken = index > 0 && /^[ \t]*\r?\n/.test(part.getSourceFile().text.slice(part.pos, part.end));
    return isBroken && !text.startsWith("\n") ? `\n${text}` : text;
  });
  return asMeant(parts.join(""));
}

/** A star followed by a slash would end the comment, so authors put a backslash between them. */
function asMeant(text: string): string {
  return unmaskCode(text).replaceAll("*\\/", "*/");
}
