/** The source of a class with this many tools, written as a person would. */
export function calculatorSource(tools: number): string {
  const methods = Array.from({ length: tools }, (_, n) => methodText(n));
  return `import { tool } from "@plainmcp/core";

/** Adds numbers. */
export default class Calculator {
${methods.join("\n")}}
`;
}

function methodText(n: number): string {
  return `  /**
   * Adds two numbers, in way ${n}.
   * @param a The first number
   * @param b The second number
   */
  @tool()
  add${n}(a: number, b: number): { sum: number } {
    return { sum: a + b };
  }
`;
}
