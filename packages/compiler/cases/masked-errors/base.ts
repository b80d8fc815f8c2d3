import { tool } from "@plainmcp/core";

export abstract class Failing {
  /** Inherited twice, told once. */
  @tool
  inherited(): void {
    throw new Error("Not implemented.");
  }

  /** Overridden in one of two classes. */
  @tool
  replaced(): void {
    throw new Error("Not implemented.");
  }
}
