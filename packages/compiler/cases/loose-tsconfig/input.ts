import { tool } from "@plainmcp/core";


interface Node {
  next: Node | null;
}

export class Loose {
  /** `null` is kept whatever the tsconfig says, and brings no errors of its own. */
  @tool
  nullable(text: string | null, node?: Node): string | null {
    const length: number = node.next.next ? null : text.length;
    return length > 1 ? text : null;
  }
}
