import { tool } from "@plainmcp/core";

/** How warm it is. */
enum Warmth {
  /** Below zero. */
  Cold,
  Mild,
  /** {@link Warmth.Mild} and more. */
  Hot = 10,
}

enum Unit {
  /** Degrees Celsius. */
  C = "c",
  /** Degrees Fahrenheit. */
  F = "f",
}

enum Plain {
  A = "a",
  B = "b",
}

type Speed =
  /** Walking. */
  | "slow"
  /** By train. */
  | "fast"
  | "other";

export class Climate {
  /** Comments at the values, and the names of numbers. */
  @tool
  find(warmth: Warmth, unit: Unit[], plain: Plain, speed: Speed, either: Unit | null, side: /** Left. */ "l" | /** Right. */ "r"): Warmth {
    return warmth;
  }
}
