import { tool } from "@plainmcp/core";

export class Matrix {
  /** Lists of lists, of alternatives, of nothing. */
  @tool
  add(rows: number[][], cells: (string | number | null)[], pairs: Array<readonly [string, number]>, maybe?: (boolean[] | null)[]): number[][][] {
    return [];
  }
}
