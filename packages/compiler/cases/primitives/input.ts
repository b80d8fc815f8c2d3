import { tool } from "@plainmcp/core";


type int = number;
type integer = number;

export class Primitives {
  /** Everything plain. */
  @tool
  all(s: string, n: number, b: boolean, z: null, o: object, u: unknown, a: any, i: int, list: integer[]) {}
}
