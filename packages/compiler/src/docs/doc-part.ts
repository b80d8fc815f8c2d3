import type { ts } from "../typescript/typescript.js";
import { cleanText } from "./clean-text.js";
import type { Doc, DocTag } from "./doc.js";
import { isValueTag } from "./value-tags.js";

/** Collects the text and tags of one part of a comment. */
export class DocPart {
  readonly #texts: string[] = [];
  readonly #tags: DocTag[] = [];

  /**
   * Adds a paragraph. Inline tags, `{@minimum 1}`, are taken out of the text, and so is `{@inheritDoc}`: what is left
   * out is inherited anyway.
   */
  addText(text: string, node: ts.Node): void {
    const rest = text.replace(/\s*\{@(\w+)\s*([^}]*)\}/g, (whole, name: string, value: string) => {
      if (/^inheritdoc$/i.test(name)) return "";
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
