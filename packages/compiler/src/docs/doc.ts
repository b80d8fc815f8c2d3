import type { ts } from "../typescript/typescript.js";

/** What a doc comment says about one thing: a method, a parameter, a property, a type. */
export interface Doc {
  readonly description: string;
  /** Tags that constrain or illustrate the value, such as `@minimum 1`. */
  readonly tags: readonly DocTag[];
}

/** One tag that belongs to a value. */
export interface DocTag {
  readonly name: string;
  readonly text: string;
  /** Where diagnostics point. */
  readonly node: ts.Node;
  /** It comes from a package's comment. @default false */
  readonly foreign?: boolean;
}

/** What `@param` says. */
export interface ParamDoc extends Doc {
  /** Where diagnostics point. */
  readonly node: ts.Node;
}

/**
 * A method's doc comment, split into the method itself, its parameters by path (`"order"`, `"order.lines[].count"`),
 * and its result.
 */
export interface MethodDoc extends Doc {
  readonly params: ReadonlyMap<string, ParamDoc>;
  readonly returns: Doc;
}

/** An empty comment. */
export const NO_DOC: Doc = { description: "", tags: [] };

/** Whether a comment is empty. */
export function isSilent({ description, tags }: Doc): boolean {
  return description === "" && tags.length === 0;
}

/** A comment with what it leaves out, its description or some tags, taken from another comment. */
export function completeDoc({ description, tags }: Doc, other: Doc): Doc {
  const missing = other.tags.filter(({ name }) => !tags.some((tag) => tag.name === name));
  return { description: description || other.description, tags: [...tags, ...missing] };
}
