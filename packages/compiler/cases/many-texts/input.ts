import { tool } from "@plainmcp/core";

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type Letter = "a" | "b" | "c" | "d" | "e" | "f";
type Color = "red" | "green" | "blue" | "black";
type Size = "small" | "large" | "x.large";

type Join<A extends string, B extends string> = `${A}-${B}`;
type Sku = Join<Join<Color, Size>, Join<Letter, Letter>>;
type Prices = { [K in Sku]: number };

export class Texts {
  /** Patterns where there are more than two hundred. */
  @tool
  many(
    pin: `${Digit}${Digit}${Digit}${0 | 1}`,
    sku: Sku,
    shouted: Uppercase<Sku>,
    nested: `#${`${Letter}${Letter}`}/${Uppercase<`${Letter}${Digit}`>}`,
    decimal: `${bigint}.${Digit}${Digit}${Digit}`,
    key: keyof Prices,
    orOther: Sku | "none" | 5 | null,
  ): void {}

  /** Lists where there are fewer. */
  @tool
  few(page: `${Digit}${Digit}`, color: `dark-${Color}`): void {}
}
