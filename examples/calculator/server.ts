import { prompt, resource, tool } from "@plainmcp/core";

/** A calculator. Use it for any arithmetic instead of working it out yourself. */
export default class Calculator {
  /** Adds two numbers. @param a First summand @param b Second summand */
  @tool
  add(a: number, b = 0): number {
    return a + b;
  }

  /** A mathematical constant. */
  @resource("constant://{name}")
  constant(name: "pi" | "e"): string {
    return String(name === "pi" ? Math.PI : Math.E);
  }

  /** Explains a sum to a child. @param sum For example "3 + 4" */
  @prompt
  explain(sum: string): string {
    return `Explain ${sum} to a six-year-old, with apples.`;
  }
}
