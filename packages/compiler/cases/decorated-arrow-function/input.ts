import { tool } from "@plainmcp/core";

export class Calculator {
  /** Adds. */
  @tool
  add = (a: number, b: number): number => a + b;

  /** Subtracts. */
  @tool({ title: "Subtract" })
  subtract = function (a: number, b: number): number {
    return a - b;
  };

  /** Not ours to decorate. */
  @tool
  total = 0;
}
