import { tool } from "@plainmcp/core";


export class Tuples {
  /** Closed, open, in the middle. */
  @tool
  all(a: [string, number], b: readonly [string, number?], c: [string, ...number[]], d: [string, ...number[], boolean], e: []) {}

  /** Labels say what the elements are. */
  @tool
  labelled(at: [latitude: number, longitude: number]): [name: string, ...counts: number[]] {
    return [""];
  }
}
