import { prompt } from "@plainmcp/core";

enum Tone {
  Kind = "kind",
  Strict = "strict",
}

export class Prompts {
  /**
   * Reviews code.
   * @param code The code
   * @param tone How to say it
   * @param lines At most @minimum 1
   */
  @prompt
  review(code: string, tone: Tone = Tone.Kind, lines?: number, loud?: boolean): string {
    return code;
  }
}
