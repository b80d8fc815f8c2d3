import { tool } from "@plainmcp/core";


export class Optional {
  /** A question mark, a default, or undefined in the type: each makes a parameter optional. */
  @tool
  all(a: string, b?: number, c = 1, d: string | undefined = undefined, e?: string | null) {}

  /** A parameter may be undefined without a question mark. */
  @tool
  between(a: number | undefined, b: string) {}
}
