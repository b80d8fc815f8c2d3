import { tool } from "@plainmcp/core";
import { LIMITS } from "./limits.js";

const UNITS = ["C", "F"] as const;
const now = () => Date.now();

export class Defaults {
  /** Defaults that are known, and one that is not. */
  @tool
  all(
    text = "a",
    negative = -1.5,
    flag = false,
    none: string | null = null,
    list = [1, 2],
    options: { deep: boolean; tags?: string[] } = { deep: true },
    unit: (typeof UNITS)[number] = UNITS[1],
    max = LIMITS.max,
    sum = 60 * 24,
    joined = `${"a"}-b`,
    at = now(),
    big = 10n,
    empty: string | undefined = undefined,
  ): void {}
}
