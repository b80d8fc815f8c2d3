import type { Doc } from "./doc.js";
import { summaryOf } from "./summary-of.js";

/**
 * What is worth passing on from a package's comment: its first sentence, and its tags, marked as foreign.
 *
 * @param documented What the comment is about
 */
export function gistOf({ description, tags }: Doc, documented: "value" | "type"): Doc {
  return {
    description: summaryOf(description, documented),
    tags: tags.map((tag) => ({
      ...tag,
      ...(tag.name === "deprecated" && { text: summaryOf(tag.text, "value") }),
      foreign: true,
    })),
  };
}
