import type { ts } from "../typescript.js";

/** A type, and where it was found. */
export interface Site {
  readonly type: ts.Type;
  /** The value may be absent here: the `undefined` in its type is no value of its own. @default false */
  readonly optional?: boolean;
  /** The type as it is written there, if it is: it knows the order of a union and the names of aliases. */
  readonly written?: ts.TypeNode | undefined;
  /** Node of the user's source that diagnostics underline. */
  readonly node: ts.Node;
  /** The way from the parameter to here, such as `order.items[]`; diagnostics name it. */
  readonly path: string;
}
