import { tool } from "@plainmcp/core";

export class Options {
  /** Values of several types. */
  @tool
  set(verbose: boolean | "auto", level: 0 | 1 | "max", on: true, ratio: 0.5 | 1 | null): "yes" | 1 | false {
    return false;
  }
}
