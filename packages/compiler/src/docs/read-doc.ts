import { ts } from "../typescript.js";
import { cleanText } from "./clean-text.js";
import type { Doc, DocTag, MethodDoc } from "./doc.js";
import { docComment } from "./doc-comment.js";
import { isValueTag } from "./value-tags.js";

/** The doc comment of a declaration, split by what each part belongs to. */
export function readDoc(declaration: ts.Node): MethodDoc {
  const comment = docComment(declaration);
  const own = new DocPart();
  const returns = new DocPart();
  const params = new Map<string, DocPart>();
  const place = (node: ts.Node) => (node.getSourceFile() === declaration.getSourceFile() ? node : declaration);
  if (comment) own.addText(textOf(comment), place(comment));
  // A tag belongs to the block tag before it; `undefined` swallows what follows a code example.
  let current: DocPart | undefined = own;
  for (const tag of comment?.tags ?? []) {
    const name = tag.tagName.text;
    const text = textOf(tag);
    if (ts.isJSDocParameterTag(tag)) {
      current = new DocPart();
      params.set(tag.name.getText(tag.getSourceFile()), current);
      // The dash is punctuation between name and text; a minus sign has no space behind it.
      current.addText(text.replace(/^\s*[-–—]\s+/, ""), place(tag));
    } else if (ts.isJSDocReturnTag(tag)) {
      current = returns;
      current.addText(text, place(tag));
    } else if (name === "remarks") {
      current = own;
      current.addText(text, place(tag));
    } else if (name === "example" && isCode(text)) {
      current = undefined;
    } else if (isValueTag(name)) {
      current?.addTag(name, text, place(tag));
    } else {
      current = own;
    }
  }
  return {
    ...own.doc(),
    params: new Map([...params].map(([name, part]) => [name, part.doc()])),
    returns: returns.doc(),
  };
}

/** Text and tags of one part, while they are gathered. */
class DocPart {
  readonly #texts: string[] = [];
  readonly #tags: DocTag[] = [];

  /** Adds a paragraph. Tags written inside the text, `{@minimum 1}`, are taken out of it. */
  addText(text: string, node: ts.Node): void {
    const rest = text.replace(/\s*\{@(\w+)\s+([^}]*)\}/g, (whole, name: string, value: string) => {
      if (!isValueTag(name)) return whole;
      this.addTag(name, value, node);
      return "";
    });
    this.#texts.push(cleanText(rest));
  }

  addTag(name: string, text: string, node: ts.Node): void {
    this.#tags.push({ name, text: text.trim(), node });
  }

  doc(): Doc {
    return { description: this.#texts.filter((text) => text !== "").join("\n\n"), tags: this.#tags };
  }
}

function textOf(node: ts.JSDoc | ts.JSDocTag): string {
  return ts.getTextOfJSDocComment(node.comment) ?? "";
}

/** Examples of several lines, or in a fence, show code: they are no example of the value. */
function isCode(text: string): boolean {
  return /```|~~~|\n/.test(text.trim());
}
