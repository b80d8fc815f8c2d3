import { tool } from "@plainmcp/core";

/**
 * A desk of notes.
 *
 * ```ts
 * class Mine extends Notes {
 *   @tool
 *   add(text: string) {}
 * }
 * ```
 *
 * Ask before you throw one away.
 */
export class Notes {
  /**
   * Adds a note, as in
   * ~~~ts
   * // @deprecated is no tag here
   * @log await notes.add("x");
   * ~~~
   * and says how many there are.
   * @example
   * ```ts
   * await notes.add("@minLength 7");
   * ```
   * @deprecated Use another desk.
   * @param text What to note
   * @example
   * notes.add("a") // @maxLength 5
   * @minLength 1
   */
  @tool
  add(text: string): number {
    return text.length;
  }
}
