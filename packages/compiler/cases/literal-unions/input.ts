import { tool } from "@plainmcp/core";


const UNITS = ["mile", "foot", "inch"] as const;
type Unit = (typeof UNITS)[number];
type Size = "small" | "large";

type OrNone<T> = "none" | T | "all";

interface Fields {
  zeta: string;
  alpha: string;
}

// Meeting "F", "z" and "a" here first must not change any order below.
export const first: "F" | "inch" | "a" | "alpha" = "F";

export class Literals {
  /** In the order they are written in. */
  @tool
  order(unit: "C" | "F" | "K", letter: "z" | "a", size: Size | "huge", back: "huge" | Size) {}

  /** From a list, and the names of properties. */
  @tool
  derived(unit: Unit, field: keyof Fields, or: "none" | Unit) {}

  /** Computed from other unions. */
  @tool
  computed(
    without: Exclude<"q" | "z" | "F" | "a", "q">,
    more: OrNone<"y" | "F">,
    some: Extract<Unit, "inch" | "foot">,
    names?: Size | keyof Fields,
  ) {}

  /** One value. */
  @tool
  single(version: 1, mode: "fast", on: true) {}

  /** Values of several types. */
  @tool
  mixed(value: 1 | "a" | true, number: 1 | 2.5, level: 3 | 2 | 1, flag: true | "maybe" | false) {}
}
