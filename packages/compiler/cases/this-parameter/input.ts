import { tool } from "@plainmcp/core";

export class Counter {
  count = 0;

  /** `this` is no argument. */
  @tool
  add(this: Counter, by: number): number {
    return this.count + by;
  }

  /** Returns itself by its type. */
  @tool
  state(): Pick<this, "count"> {
    return this;
  }
}
