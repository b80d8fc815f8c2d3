import { tool } from "@plainmcp/core";


export class Unnamed {
  /** Two parameters, one without a name. */
  @tool
  two({ a }: { a: string }, b: string) {}

  /** An array pattern. */
  @tool
  pair([a, b]: [number, number]) {}

  /** The arguments of a call are an object. */
  @tool
  length({ length }: string) {}
}
