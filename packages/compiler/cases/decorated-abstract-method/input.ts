import { tool } from "@plainmcp/core";

abstract class Base {
  /** TypeScript says so. */
  @tool
  abstract run(): void;
}

export class Derived extends Base {
  run(): void {}
}
