import { prompt, tool } from "@plainmcp/core";

export class Both {
  /** Two at once. */
  @tool
  @prompt
  run(text: string): string {
    return text;
  }
}
