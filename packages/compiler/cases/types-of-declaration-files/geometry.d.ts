/** A place on the paper. */
export interface Point {
  /** From the left. @minimum 0 */
  x: number;
  y: number;
}

export type Shape = { kind: "line"; to: Point } | { kind: "dot" };

export declare const UNIT: "mm";
