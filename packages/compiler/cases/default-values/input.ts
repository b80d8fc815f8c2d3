import { tool } from "@plainmcp/core";
import { LIMIT, Shape } from "./constants.js";

enum Color {
  Red = "red",
  Green = "green",
}

const UNIT = "metre";
const DEFAULTS = { page: 1, sizes: [10, 20] } as const;
const start = () => new Date();

export class Defaults {
  /** Literals. */
  @tool
  literals(a = 1, b = "x", c = true, d: string | null = null, e = -2.5, f = 10n, g = `plain`) {}

  /** Arrays and objects of literals. */
  @tool
  nested(a = [1, 2], b = { q: 1, deep: { list: ["x"] } }, c: number[] = []) {}

  /** Enum members and constants, also imported ones. */
  @tool
  constants(color = Color.Green, unit = UNIT, limit = LIMIT, page: number = DEFAULTS.page, shape = Shape.Round) {}

  /** Made of constants. */
  @tool
  composed(label = `${UNIT}s`, sum = LIMIT + 1, list = [...DEFAULTS.sizes, 30]) {}

  /** What only the running method knows has no default here, but is optional. */
  @tool
  dynamic(at: Date = start(), id: string = Math.random().toString(), copy: number = NaN) {}
}
