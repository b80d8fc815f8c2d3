import { prompt } from "@plainmcp/core";

export class Prompts {
  /** What no text can be. */
  @prompt
  review(files: string[], options: { deep: boolean }, since?: Date): string {
    return String(files.length);
  }
}
