import { tool } from "@plainmcp/core";

type Prefixed<T extends readonly unknown[]> = [id: string, ...T];

export class Rows {
  /** Tuples made of tuples. */
  @tool
  insert(row: Prefixed<[number, boolean]>, open: Prefixed<number[]>): void {}
}
