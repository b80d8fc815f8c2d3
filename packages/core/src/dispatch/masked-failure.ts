import { type TextContent, type ToolResult, text } from "../result/content.js";

/**
 * The result of a call that failed for a reason that no client may know. A class, because a task that ends so has an
 * error of the protocol in its place.
 */
export class MaskedFailure implements ToolResult {
  readonly isError = true;
  readonly content: readonly [TextContent];

  constructor(message: string) {
    this.content = [text(message)];
  }
}
