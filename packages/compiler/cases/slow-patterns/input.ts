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
   * @param counted As good as endless @pattern ^(?:\w{1,64}\s?){1,32}$
   * @param idle Thirty times nothing or something @pattern ^(?:a?){30}a{30}$
   * @param ahead A slow assertion @pattern ^(?=(a+)+$).*$
   */
  @tool
  slow(
    exponential: string,
    alternatives: string,
    square: string,
    file: `${string}.${string}.md`,
    fields: Fields,
    counted: string,
    idle: string,
    ahead: string,
  ): void {}

  /**
   * Patterns that are fine.
   * @param short Spaces at an end, of few @pattern \s+$ @maxLength 1000
   * @param words Words @pattern ^[a-z]+(?:-[a-z]+)*$
   * @param name Any
   * @param domain Counted, but honest @pattern ^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$
   * @param password Assertions @pattern ^(?=.*\d)(?=.*[a-z]).{8,100}$
   */
  @tool
  fast(
    short: string,
    words: string,
    version: `v${number}.${number}`,
    name: `${string}-${string}`,
    domain: string,
    password: string,
  ): void {}
}
