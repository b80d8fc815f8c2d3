import { tool } from "@plainmcp/core";


/**
 * A server of texts.
 *
 * Ask it
 * for anything.
 *
 * @remarks It has {@link Texts.links links}.
 * @author nobody
 */
export class Texts {
  /**
   * Links, {@link Texts} and {@link Texts.lists | the lists}, see {@link https://example.com the site}
   * or {@link https://example.com}; {@code code} too. Mail a@example.com.
   */
  @tool
  links(): void {}

  /**
   * A list:
   *
   * - one
   *   of two lines
   * - two
   *
   * 1. first
   * 2. second
   *
   *
   * | a | b |
   * |---|---|
   * | 1 | 2 |
   */
  @tool
  lists(): void {}

  /**
   * Code stays as it is.
   * ```sh
   * run   --fast
   *   {@link kept}
   * ```
   * The end.
   */
  @tool
  code(): void {}

  /** Not this one. */
  /** The nearest comment. */
  @tool
  nearest(): void {}

  // No doc comment.
  @tool({ description: "Said by the decorator." })
  decorated(): void {}
}
