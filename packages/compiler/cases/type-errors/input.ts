import { tool } from "@plainmcp/core";


export class Errors {
  /** Wrong in the body. */
  @tool
  wrong(a: number): string {
    return a;
  }

  /** Wrong in the options. */
  @tool({ titel: "x" })
  options(): void {}

  /** Not JSON, on top. */
  @tool
  both(a: symbol): string {
    return missing;
  }
}
