import { tool } from "@plainmcp/core";

interface Options {
  /** @default 10 */
  limit?: number;
  /** @default "asc" */
  order?: "asc" | "desc";
  /** @default newest */
  sort?: string;
  /** @default ["a"] */
  tags?: string[];
  /** @default {"deep": true} */
  tree?: { deep: boolean };
}

export class Lists {
  /**
   * Defaults that are written in comments; those of the code go first.
   * @param from Where to start @default 1
   * @param [to=9] Where to end
   */
  @tool
  all(options: Options, from = 2, to?: number): void {}
}
