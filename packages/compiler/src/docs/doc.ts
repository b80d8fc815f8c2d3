import type { ts } from "../typescript/typescript.js";

/** What a doc comment says of one thing: a method, a parameter, a property, a type. */
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
  /** It stands in a package's comment. @default false */
  readonly foreign?: boolean;
}

/** What `@param` says. */
export interface ParamDoc extends Doc {
  /** Where diagnostics point. */
  readonly node: ts.Node;
}

/** A method's doc comment: of itself, of its parameters by name (`"order"`, `"order.lines[].count"`), of its result. */
export interface MethodDoc extends Doc {
  readonly params: ReadonlyMap<string, ParamDoc>;
  readonly returns: Doc;
}

/** A comment that says nothing. */
export const NO_DOC: Doc = { description: "", tags: [] };

/** Whether a comment says nothing. */
export function isSilent({ description, tags }: Doc): boolean {
  return description === "" && tags.length === 0;
}

/** A comment with what it leaves unsaid, its description or a tag of some name, taken from another one. */
export function completeDoc({ description, tags }: Doc, other: Doc): Doc {
  const missing = other.tags.filter(({ name }) => !tags.some((tag) => tag.name === name));
  return { description: description || other.description, tags: [...tags, ...missing] };
}
