import type { Doc } from "./doc.js";
import { summaryOf } from "./summary-of.js";

/**
 * What a package's comment says that is worth passing on: its first sentence, and tags that may count.
 *
 * @param documented What the comment stands at
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
