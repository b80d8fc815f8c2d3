import { tool } from "@plainmcp/core";

interface Options {
  /** @deprecated use size */
  length?: number;
  size?: number;
}

export class Legacy {
  /**
   * Does it.
   * @deprecated Use {@link Legacy.better}.
   */
  @tool
  old(options: Options): void {}

  /** Does it better. */
  @tool
  better(options: Options): void {}
}
