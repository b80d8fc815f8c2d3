import { tool } from "@plainmcp/core";

export class Texts {
  /**
   * See {@link Texts}, {@link Texts.find | how to find}, {@linkcode RegExp the pattern} and
   * {@link https://example.com/a?b=c the site}. Mail someone@example.com.
   *
   * ```sh
   * find   --all {@link kept}
   * ```
   * {@inheritDoc Base.find}
   * @param text A text, see {@link Texts | there}
   *   and `code`
   * @see Nowhere
   */
  @tool
  find(text: string): void {}
}
