import { tool } from "@plainmcp/core";

interface Node {
  size: number;
  children: Node[];
}

export class Mistakes {
  /**
   * Before the first parameter.
   * @minimum 3
   * @param count A number
   */
  @tool
  stray(count: number): void {}

  /**
   * Of a parameter with another name, and of one that has no name.
   * @param cuont A number @maximum 3
   */
  @tool
  misspelt(count: number): void {}

  /**
   * Of all arguments together.
   * @param args The arguments @minProperties 1
   * @param args.cuont A number @maximum 3
   */
  @tool
  flat({ count }: { count?: number }): void {}

  /**
   * Below a type that contains itself, which all its uses share.
   * @param node The root @param node.size Its size @minimum 1
   * @param node.children[].size Of the next level @minimum 1
   */
  @tool
  shared(node: Node): void {}
}
