import { tool } from "@plainmcp/core";


enum Direction {
  Up,
  Down = 4,
}

enum Color {
  Red = "red",
  Green = "green",
}

const enum Level {
  Low = 0.5,
  High = 1.5,
}

enum Lonely {
  One = "one",
}

enum Computed {
  Length = "four".length,
}

export class Enums {
  /** Each kind. */
  @tool
  all(direction: Direction, color: Color, level: Level, lonely: Lonely, member: Color.Red, computed: Computed) {}

  /** In unions. */
  @tool
  unions(color: Color | null, either?: Direction | Color) {}
}
