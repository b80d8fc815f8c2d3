import type { Doc } from "./doc.js";

/** A comment with what it leaves unsaid, its description or a tag of some name, taken from another one. */
export function completeDoc({ description, tags }: Doc, other: Doc): Doc {
  const missing = other.tags.filter(({ name }) => !tags.some((tag) => tag.name === name));
  return { description: description || other.description, tags: [...tags, ...missing] };
}
