import { type TextContent, type ToolResult, text } from "../result/content.js";

/**
 * The result of a call whose arguments are not what the schema says. A class, because the revisions before 2025-11-25
 * have an error of the protocol in its place.
 */
export class ArgumentFailure implements ToolResult {
  readonly isError = true;
  readonly content: readonly [TextContent];

  constructor(message: string) {
    this.content = [text(message)];
  }
}
