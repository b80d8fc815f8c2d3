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
  /** The type requires it, and nobody fills it in. @default 3 */
  depth: number;
}

export class Lists {
  /**
   * Defaults that are written in comments; those of the code go first.
   * @param from Where to start @default 1
   * @param [to=9] Where to end
   * @param [step=1] How far, which the type requires
   */
  @tool
  all(options: Options, from = 2, to: number | undefined, step: number): void {}
}
