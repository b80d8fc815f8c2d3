import { tool } from "@plainmcp/core";


export class Rest {
  /** @param values Numbers to add @minItems 1 */
  @tool
  sum(...values: number[]) {}

  /** Text, then words. */
  @tool
  join(separator: string, ...words: ("a" | "b")[]) {}

  /** A tuple says how many. */
  @tool
  point(...at: [x: number, y: number, z?: number]) {}
}
