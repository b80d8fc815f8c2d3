import type { ts } from "../typescript/typescript.js";

/** A type, and where it was found. */
export interface Site {
  readonly type: ts.Type;
  /** The value may be absent here: the `undefined` in its type is no value of its own. @default false */
  readonly optional?: boolean;
  /** The type is what a type parameter of the method allows: its objects may have more properties. @default false */
  readonly open?: boolean;
  /** It is what a `toJSON` returned, whose own is not asked again. @default false */
  readonly serialized?: boolean;
  /** The type as it is written there, if it is: it knows the order of a union and the names of aliases. */
  readonly written?: ts.TypeNode | undefined;
  /** The expressions it was inferred from, where it is written nowhere: they know the order of a union. */
  readonly sources?: readonly ts.Expression[];
  /** Node of the user's source that diagnostics underline. */
  readonly node: ts.Node;
  /** Node of the parameter or the result that all this is part of. @default node */
  readonly whole?: ts.Node;
  /**
   * A package declares this part of the type, so the user cannot act on a warning about it. What the user puts into a
   * package's type, such as a type argument, is the user's. @default false
   */
  readonly foreign?: boolean;
  /** A package declares what is inside: the user may have chosen its alias, but not what that stands for. @default foreign */
  readonly foreignInside?: boolean;
  /** The way from the parameter to here, such as `order.items[]`; diagnostics name it. */
  readonly path: string;
}

/** The site of a type that is part of another: an element, a property's value. */
export function siteInside(site: Site, step: string, type: ts.Type, written?: ts.TypeNode): Site {
  const { node, whole = node, open = false, foreign = false, foreignInside = foreign } = site;
  return { type, written, open, node, whole, foreign: foreignInside, path: `${site.path}${step}` };
}

/** The path of a method's whole result. */
export const RESULT = "result";
