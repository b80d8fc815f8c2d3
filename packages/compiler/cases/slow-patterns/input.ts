import { tool } from "@plainmcp/core";

interface Fields {
  /** @pattern ^([a-z]+)*$ */
  nested?: string;
  [key: `${string}-${string}x`]: number;
}

export class Patterns {
  /**
   * Patterns a client can keep busy.
   * @param exponential Nested repetition @pattern ^(a+)+$
   * @param alternatives Alternatives alike @pattern ^(?:a|a)*$
   * @param square Spaces at an end @pattern \s+$
   * @param fields More
   */
  @tool
  slow(exponential: string, alternatives: string, square: string, file: `${string}.${string}.md`, fields: Fields): void {}

  /**
   * Patterns that are fine.
   * @param short Spaces at an end, of few @pattern \s+$ @maxLength 1000
   * @param words Words @pattern ^[a-z]+(?:-[a-z]+)*$
   * @param name Any
   */
  @tool
  fast(short: string, words: string, version: `v${number}.${number}`, name: `${string}-${string}`): void {}
}
