import { tool } from "@plainmcp/core";

/** Imported. */
export class Imported {
  /** Four. */
  @tool
  four(): void {}
}

/** Not exported by the entry file. */
export class Other {
  /** Five. */
  @tool
  five(): void {}
}
