import type { ts } from "../typescript/typescript.js";

/** A `@header Region` tag on a value, until the compiler knows whether a header can repeat the value. */
export class HeaderMark {
  readonly name: string;
  // Private, because schemas are traversed during construction, and a node leads to the whole program.
  readonly #node: ts.Node;

  constructor(name: string, node: ts.Node) {
    this.name = name;
    this.#node = node;
  }

  /** Where diagnostics point. */
  get node(): ts.Node {
    return this.#node;
  }
}
