import type { ts } from "../typescript/typescript.js";

/** What `@header Region` says of a value, until it is known whether a header can repeat it. */
export class HeaderMark {
  readonly name: string;
  // A schema under construction is walked through, and a node has no end.
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
