import { tool } from "@plainmcp/core";
import type { Root } from "mdast";

export default class MarkdownTree {
  /** Prints a tree. */
  @tool
  take(value: Root): void {
    console.error(value);
  }
}
