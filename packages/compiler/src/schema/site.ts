import type { ts } from "../typescript/typescript.js";

/** A type, and where it was found. */
export interface Site {
  readonly type: ts.Type;
  /** The value may be absent, so `undefined` in its type is not a value of its own. @default false */
  readonly optional?: boolean;
  /** The type is the constraint of a type parameter, so its objects may have more properties. @default false */
  readonly open?: boolean;
  /** It is the result of a `toJSON`, so its own `toJSON` does not count. @default false */
  readonly serialized?: boolean;
  /** The type as written, if it is: it has the order of unions and the names of aliases. */
  readonly written?: ts.TypeNode | undefined;
  /** The expressions that it was inferred from, if it is not written: they have the order of unions. */
  readonly sources?: readonly ts.Expression[];
  /** The node in the user's source that diagnostics underline. */
  readonly node: ts.Node;
  /** The node of the whole parameter or result. @default node */
  readonly whole?: ts.Node;
  /**
   * A package declares this part of the type, so the user cannot act on a warning about it. Type arguments of the user
   * in a package's type are the user's. @default false
   */
  readonly foreign?: boolean;
  /** A package declares what is inside: the user may have chosen the alias, but not what it means. @default foreign */
  readonly foreignInside?: boolean;
  /** The path from the parameter, such as `order.items[]`, for diagnostics. */
  readonly path: string;
}

/** The site of a type that is part of another: an element, a property's value. */
export function siteInside(site: Site, step: string, type: ts.Type, written?: ts.TypeNode): Site {
  const { node, whole = node, open = false, foreign = false, foreignInside = foreign } = site;
  return { type, written, open, node, whole, foreign: foreignInside, path: `${site.path}${step}` };
}

/** The path of the arguments object, if one parameter stands for it. */
export const ARGUMENTS = "arguments";

/** The path of a method's whole result. */
export const RESULT = "result";
